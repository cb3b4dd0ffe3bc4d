/** Finds the command that a request names and runs it. */
import { CommandError, refuse } from '../command-error';
import type { Request } from '../wire/message';
import { buildInfo, create, drop, dropDatabase, hello, listCollections, listDatabases, ok } from './admin';
import { aggregate } from './aggregate';
import type { Command, Store } from './context';
import { getMore, killCursors } from './cursors';
import { findAndModify } from './find-and-modify';
import { count, distinct, explain, find } from './find';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert, remove, update } from './write';

const COMMANDS = new Map<string, Command>(
  Object.entries({
    hello,
    isMaster: hello,
    ismaster: hello,
    ping: ok,
    endSessions: ok,
    buildInfo,
    buildinfo: buildInfo,
    insert,
    update,
    delete: remove,
    find,
    getMore,
    killCursors,
    findAndModify,
    findandmodify: findAndModify,
    count,
    distinct,
    aggregate,
    explain,
    createIndexes,
    listIndexes,
    dropIndexes,
    create,
    drop,
    dropDatabase,
    listCollections,
    listDatabases,
  }),
);

const REFUSED: Record<string, string> = {
  commitTransaction: 'transactions',
  abortTransaction: 'transactions',
  saslStart: 'authentication',
  authenticate: 'authentication',
  collMod: 'changes of collection options',
  renameCollection: 'renaming collections',
  mapReduce: 'mapReduce',
  bulkWrite: 'the bulkWrite command',
};

export function dispatch(store: Store, request: Request): ReturnType<Command> {
  const [name = ''] = Object.keys(request.command);
  const command = COMMANDS.get(name);
  if (command) return command(store, request);
  if (Object.hasOwn(REFUSED, name)) throw refuse(REFUSED[name] ?? name);
  throw new CommandError(59, `no such command: '${name}'`);
}
