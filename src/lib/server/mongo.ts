/** Mongoose, set up so that a mistake in a filter or a document is an error and never a silent match-all. */
import mongoose, { Schema, type SchemaDefinition, type SchemaOptions } from 'mongoose';
import { newId } from '$lib/shared/ids';
import { failWithConnection } from './driver/fail-with-connection';
import { rememberProjections } from './driver/remember-projections';
import { log } from './log';

type IndexDescription = mongoose.mongo.IndexDescription;

mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false);
failWithConnection();
rememberProjections();

/** Marks operators in a filter as ours: `{ _id: op({ $in: ids }) }`. Anything else with a `$` is taken as a plain value. */
export function op<T extends Record<`$${string}`, unknown>>(operators: T): T {
  return mongoose.trusted(operators) as T;
}

const BASE_OPTIONS: SchemaOptions = {
  strict: 'throw',
  timestamps: false,
  versionKey: false,
  minimize: false,
  id: false,
};

/**
 * A collection's schema: string `_id` made by us, unknown keys refused.
 * Give the document's interface as T; indexes are added by `schema.index(…)`, each with a comment that names its query.
 */
export function documentSchema<T>(definition: SchemaDefinition, options: SchemaOptions = {}): Schema<T> {
  return new Schema<T>(
    { _id: { type: String, default: () => newId() }, ...definition } as never,
    { ...BASE_OPTIONS, ...options } as never,
  ) as unknown as Schema<T>;
}

/** A part of a document: no `_id` of its own, unknown keys refused. */
export function partSchema(definition: SchemaDefinition): Schema {
  return new Schema(definition, { _id: false, strict: 'throw', minimize: false, id: false });
}

/** Defines a model once, also when a development server reloads this module. */
export function defineModel<T>(name: string, schema: Schema<T>, collection: string): mongoose.Model<T> {
  if (mongoose.models[name]) mongoose.deleteModel(name);
  return mongoose.model(name, schema, collection) as unknown as mongoose.Model<T>;
}

/** @throws when no server answers in time; a page that waits for it is answered within two seconds */
export async function connectMongo(uri: string): Promise<void> {
  await mongoose.connect(uri, { serverSelectionTimeoutMS: 1500, socketTimeoutMS: 20_000, maxPoolSize: 20 });
  mongoose.connection.on('error', (error: unknown) => log.error({ err: error }, 'database connection'));
}

/** Creates what is missing; never drops an index, so that two versions can run side by side during a deployment. */
export async function ensureIndexes(): Promise<void> {
  await Promise.all(
    Object.values(mongoose.models).map(async (model) => {
      await model.createCollection();
      // All of a collection in one command; the library would ask for each by itself.
      const indexes = model.schema.indexes().map(([key, options]) => ({ key, ...options }) as IndexDescription);
      if (indexes.length > 0) await model.collection.createIndexes(indexes);
    }),
  );
}

export async function closeMongo(): Promise<void> {
  await mongoose.disconnect();
  mongoose.connection.removeAllListeners('error');
}

/** True for a breach of a unique index, on any server that speaks the protocol. */
export function isDuplicateKey(error: unknown): error is { code: 11000; keyPattern?: Record<string, unknown> } {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}

/** True when the server cannot be reached, as opposed to refusing what was asked. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^(MongoServerSelectionError|MongoNetwork|MongoNotConnected|MongoTopologyClosed|MongoPoolCleared|MongooseServerSelection)/.test(
    error.name,
  );
}

/** Whether the database answers now. */
export async function mongoHealth(): Promise<boolean> {
  if (mongoose.connection.readyState !== 1 || !mongoose.connection.db) return false;
  try {
    await mongoose.connection.db.command({ ping: 1 }, { timeoutMS: 1500 });
    return true;
  } catch (error) {
    log.warn({ err: error }, 'database ping');
    return false;
  }
}
