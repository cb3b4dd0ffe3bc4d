/** What every command works with, and how it reads its arguments. */
import { CommandError, refuse } from '../command-error';
import type { Catalog } from '../storage/catalog';
import type { Documents } from '../storage/documents';
import type { Engine } from '../storage/engine';
import { RANK, numeric, rankOf } from '../values/compare';
import { decode } from '../values/decode';
import { isDoc, type Doc } from '../values/document';
import type { Request } from '../wire/message';
import type { Cursors } from './cursors';

export interface Store {
  engine: Engine;
  catalog: Catalog;
  documents: Documents;
  cursors: Cursors;
}

export type Command = (store: Store, request: Request) => Doc | Buffer | Promise<Doc | Buffer>;

/** The full name of the collection a command is about. */
export function namespace({ command, database }: Request, name: string): string {
  const collection = command[name];
  if (typeof collection !== 'string' || collection === '')
    throw new CommandError(73, `collection name has invalid type`);
  return `${database}.${collection}`;
}

export function docOf(value: unknown, name: string): Doc {
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw new CommandError(14, `Expected field '${name}' to be of type object`);
  return value;
}

export function countOf(value: unknown, name: string): number {
  if (value === undefined || value === null) return 0;
  if (rankOf(value) !== RANK.number) throw new CommandError(14, `Expected field '${name}' to be a number`);
  const number = Math.trunc(Number(numeric(value)));
  if (number < 0) throw new CommandError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** The operations of a write: from a section of the message, or from the command itself. */
export function operations({ command, sequences }: Request, name: string): Doc[] {
  const raw = sequences.get(name);
  if (raw) return raw.map((bytes) => decode(bytes));
  const list = command[name];
  if (!Array.isArray(list) || !list.every(isDoc))
    throw new CommandError(14, `Expected field '${name}' to be an array of objects`);
  return list;
}

/** Refuses what would change the meaning of an operation if it were ignored. */
export function checkOptions(options: Doc): void {
  const { collation } = options;
  if (isDoc(collation) && Object.keys(collation).length > 0 && collation.locale !== 'simple')
    throw refuse('collations');
  for (const name of ['let', 'c', 'min', 'max']) {
    const value = options[name];
    if (isDoc(value) && Object.keys(value).length > 0) throw refuse(`the option ${name}`);
  }
  for (const name of ['tailable', 'returnKey', 'showRecordId'])
    if (options[name] === true) throw refuse(`the option ${name}`);
  if (options.startTransaction || options.autocommit === false) throw refuse('transactions');
}
