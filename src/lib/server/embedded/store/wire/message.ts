/** The wire protocol's messages: OP_MSG, and the OP_QUERY that drivers open a connection with. */
import { serialize } from 'bson';
import { CommandError, refuse } from '../command-error';
import { decode } from '../values/decode';
import { isDoc, type Doc } from '../values/document';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;

export interface Request {
  id: number;
  legacy: boolean;
  command: Doc;
  database: string;
  /** Raw documents of a kind-1 section, by its name: `documents`, `updates` or `deletes`. */
  sequences: Map<string, Buffer[]>;
  silent: boolean;
}

let lastId = 0;

export function parse(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const code = message.readInt32LE(12);
  if (code === OP_MSG) return parseMessage(message, id);
  if (code === OP_QUERY) return parseQuery(message, id);
  throw refuse(`wire operation ${code}`);
}

function parseMessage(message: Buffer, id: number): Request {
  const flags = message.readUInt32LE(16);
  const end = flags & CHECKSUM ? message.length - 4 : message.length;
  const sequences = new Map<string, Buffer[]>();
  let command: Doc | null = null;
  for (let at = 20; at < end;) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > end) throw new CommandError(22, 'invalid section size');
    if (kind === 0) command = decode(message, at + 1);
    else if (kind === 1) readSequence(message.subarray(at + 5, at + 1 + size), sequences);
    else throw new CommandError(22, `unknown section kind ${kind}`);
    at += 1 + size;
  }
  if (!command) throw new CommandError(22, 'a message without a command');
  const database = typeof command.$db === 'string' ? command.$db : 'admin';
  return { id, legacy: false, command, database, sequences, silent: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new CommandError(22, 'invalid document size');
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  sequences.set(section.toString('utf8', 0, nameEnd), documents);
}

function parseQuery(message: Buffer, id: number): Request {
  const nameEnd = message.indexOf(0, 20);
  const namespace = message.toString('utf8', 20, nameEnd);
  const query = decode(message, nameEnd + 9);
  const command = isDoc(query.$query) ? query.$query : query;
  return {
    id,
    legacy: true,
    command,
    database: namespace.split('.')[0] ?? 'admin',
    sequences: new Map(),
    silent: false,
  };
}

export function reply(request: Request, answer: Doc | Buffer): Buffer {
  const body = Buffer.isBuffer(answer) ? answer : Buffer.from(serialize(answer, { ignoreUndefined: true }));
  const head = Buffer.alloc(request.legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE((lastId = (lastId + 1) & 0x7fffffff), 4);
  head.writeInt32LE(request.id, 8);
  head.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
