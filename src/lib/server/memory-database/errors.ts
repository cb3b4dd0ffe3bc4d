/** Errors as the database's driver throws them. */
import mongoose from 'mongoose';
import type { Doc } from '../embedded/store/values/document';

/** A breach of a unique index. */
export function duplicateKey(collection: string, index: string, keyPattern: Doc, doc: Doc): Error {
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path) => [path, doc[path] ?? null]));
  return new mongoose.mongo.MongoServerError({
    message: `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(keyValue)}`,
    code: 11000,
    keyPattern,
    keyValue,
  });
}

/** What of many operations failed: the first in its own words, all by their place. */
export function bulkFailure(failed: ReadonlyMap<number, Error>, result: Doc): Error {
  const writeErrors = Array.from(failed, ([index, error]) => ({ index, code: codeOf(error), errmsg: error.message }));
  const [first] = writeErrors;
  const error = new mongoose.mongo.MongoServerError({ message: first?.errmsg ?? '' });
  return Object.assign(error, { code: first?.code, writeErrors, result });
}

const codeOf = (error: Error) => ('code' in error ? error.code : undefined);

export const refuse = (what: string): Error => new Error(`the memory database does not do ${what}`);
