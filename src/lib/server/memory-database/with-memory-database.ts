/**
 * For a program that alone works on its database, such as the one that makes the demonstration: what it does is done in
 * memory, and written when it is over. Where it fails, nothing was written.
 */
import mongoose from 'mongoose';
import type { Doc } from '../embedded/store/values/document';
import { MemoryCollection } from './collection';
import { refuse } from './errors';
import * as operations from './operations';

type Method = (this: { name: string }, ...args: never[]) => unknown;
type Driver = Record<string, Method | undefined>;

const { find, aggregate, ...others } = operations;
const REFUSED = ['replaceOne', 'findOneAndReplace', 'watch', 'rename', 'drop', 'estimatedDocumentCount'];
/** Documents written in one message. */
const BATCH = 500;

/** As much of a cursor as the library asks for. */
function cursorOf(ask: () => Doc[]) {
  let found: Doc[] | null = null;
  const next = () => Promise.resolve().then(() => (found ??= ask()).shift() ?? null);
  return {
    next,
    toArray: () => Promise.resolve().then(ask),
    close: () => Promise.resolve(),
    async *[Symbol.asyncIterator]() {
      for (let document = await next(); document; document = await next()) yield document;
    },
  };
}

/** Not for two at once; never in a server. */
export async function withMemoryDatabase<T>(run: () => Promise<T>): Promise<T> {
  const driver = Object.getPrototypeOf(mongoose.connection.collection('anything')) as Driver;
  const collections = new Map<string, MemoryCollection>();
  await Promise.all(
    Object.values(mongoose.models).map(async ({ collection, schema }) => {
      const indexes = schema.indexes().map(([key, options]) => ({ key, ...options }));
      const documents = await mongoose.connection.collection(collection.name).find({}).toArray();
      collections.set(collection.name, new MemoryCollection(collection.name, indexes as never, documents as Doc[]));
    }),
  );
  const at = (name: string): MemoryCollection => {
    const collection = collections.get(name);
    if (!collection) throw refuse(`collections without a model, such as ${name}`);
    return collection;
  };
  const before = new Map([...Object.keys(operations), ...REFUSED].map((name) => [name, driver[name]]));
  driver.find = function (...args: never[]) {
    return cursorOf(() => find(at(this.name), ...(args as unknown as [unknown, operations.Options])));
  };
  driver.aggregate = function (...[pipeline]: never[]) {
    return cursorOf(() => aggregate(at(this.name), pipeline, at));
  };
  for (const [name, operation] of Object.entries(others))
    driver[name] = async function (...args: never[]) {
      return (operation as (collection: MemoryCollection, ...args: never[]) => unknown)(at(this.name), ...args);
    };
  for (const name of REFUSED)
    driver[name] = () => {
      throw refuse(name);
    };
  let result: T;
  try {
    result = await run();
  } finally {
    for (const [name, method] of before) driver[name] = method;
  }
  await Promise.all([...collections.values()].map(writeOut));
  return result;
}

async function writeOut(collection: MemoryCollection): Promise<void> {
  const writes = collection.writes();
  for (let from = 0; from < writes.length; from += BATCH)
    await mongoose.connection.collection(collection.name).bulkWrite(writes.slice(from, from + BATCH) as never);
}
