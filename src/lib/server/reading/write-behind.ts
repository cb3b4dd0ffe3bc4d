/**
 * For a program that alone writes to its database, such as the one that makes the demonstration: documents that nobody reads
 * soon, such as mails, are written many at a time, and always before anything else is asked of their collection.
 */
import mongoose from 'mongoose';
import { isDuplicateKey } from '../mongo';

type Fields = Record<string, unknown>;
type Method = (this: { name: string }, ...args: unknown[]) => Promise<unknown>;
type Exec = (this: { op?: string; model: { collection: { name: string } } }, ...args: unknown[]) => Promise<unknown>;
interface Operation {
  insertOne?: { document: Fields };
  updateOne?: { filter: Fields; update: Fields; upsert: true };
}
interface Driver {
  bulkWrite(operations: Operation[], options: { ordered: boolean }): Promise<unknown>;
}

const WRITES = [
  ...['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'bulkWrite'],
  ...['findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'],
];
const READS = /^(find|findOne|countDocuments|estimatedDocumentCount|distinct)$/;
/** More are not held: they are memory, and one message to the database has its limits. */
const MOST = 200;

/** What can wait: an insert, and an upsert that only ever inserts. Whether it was new is not known until it is written. */
function operationOf(method: string, [first, update, options]: readonly unknown[]): Operation | null {
  if (method === 'insertOne') return { insertOne: { document: first as Fields } };
  const isInsert = (options as Fields | undefined)?.upsert === true && isOnlyOnInsert(update);
  return method === 'updateOne' && isInsert
    ? { updateOne: { filter: first as Fields, update: update as Fields, upsert: true } }
    : null;
}

const isOnlyOnInsert = (update: unknown) =>
  typeof update === 'object' && update !== null && Object.keys(update).join() === '$setOnInsert';

/**
 * Holds inserts into these collections; one whose key is there already is left out, as if its author had looked. Nothing may
 * aggregate them or go through them by cursor meanwhile. Not for two at once; never in a server.
 */
export async function withWriteBehind<T>(collections: readonly string[], run: () => Promise<T>): Promise<T> {
  const held = new Map<string, Operation[]>(collections.map((name) => [name, []]));
  const driver = Object.getPrototypeOf(mongoose.connection.collection('anything')) as Record<string, Method>;
  const query = mongoose.Query.prototype as unknown as { exec: Exec };
  const { exec } = query;
  const methods = WRITES.map((name) => [name, driver[name]] as const);
  const writeAll = methods.find(([name]) => name === 'bulkWrite')?.[1];

  const write = async (name: string): Promise<void> => {
    const operations = held.get(name)?.splice(0) ?? [];
    if (operations.length === 0 || !writeAll) return;
    try {
      const collection = mongoose.connection.collection(name) as unknown as Driver & { name: string };
      await writeAll.call(collection, operations, { ordered: false });
    } catch (error) {
      const { writeErrors = [error] } = error as { writeErrors?: readonly unknown[] };
      if (!writeErrors.every(isDuplicateKey)) throw error;
    }
  };
  query.exec = async function (...args) {
    // Writes are looked at below, where they reach the driver.
    if (READS.test(this.op ?? '')) await write(this.model.collection.name);
    return exec.apply(this, args);
  };
  for (const [name, method] of methods) {
    if (!method) continue;
    driver[name] = async function (...args) {
      const waiting = held.get(this.name);
      const operation = waiting && operationOf(name, args);
      if (!operation) {
        await write(this.name);
        return method.apply(this, args);
      }
      waiting.push(operation);
      if (waiting.length >= MOST) await write(this.name);
      return operation.insertOne
        ? { acknowledged: true, insertedId: operation.insertOne.document._id }
        : { acknowledged: true, matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: null };
    };
  }
  try {
    const result = await run();
    for (const name of held.keys()) await write(name);
    return result;
  } finally {
    query.exec = exec;
    for (const [name, method] of methods) if (method) driver[name] = method;
  }
}
