/** What the driver's methods do, on a collection in memory. Each answers as the driver would and is done at once. */
import { checkPipeline, run } from '../embedded/store/aggregate/pipeline';
import { plain } from '../embedded/store/aggregate/expressions';
import { project } from '../embedded/store/query/project';
import { toSort } from '../embedded/store/query/read';
import { applyUpdate, idFirst, seedFrom } from '../embedded/store/update/apply-update';
import { compileUpdate } from '../embedded/store/update/compile-update';
import { equal } from '../embedded/store/values/compare';
import type { Doc } from '../embedded/store/values/document';
import { someValue } from '../embedded/store/values/paths';
import type { MemoryCollection, Question } from './collection';
import { bulkFailure, refuse } from './errors';
import type { Held } from './lookup';
import { copy, kept } from './values';

export interface Options {
  projection?: unknown;
  sort?: unknown;
  skip?: number;
  limit?: number;
  upsert?: boolean;
  arrayFilters?: unknown;
  ordered?: boolean;
  returnDocument?: 'before' | 'after';
  includeResultMetadata?: boolean;
  /** These would change the meaning of an operation: they are refused. */
  collation?: unknown;
  let?: unknown;
  explain?: unknown;
}
type Filter = unknown;
/** Another collection by its name, for joins. */
export type From = (name: string) => MemoryCollection;

function questionOf(filter: Filter, { sort, skip = 0, limit = 0, ...others }: Options = {}): Question {
  for (const name of ['collation', 'let', 'explain'] as const) if (others[name]) throw refuse(`the option ${name}`);
  return { filter: kept(filter ?? {}) as Doc, sort: toSort(sort), skip, limit };
}

function shown(found: readonly Held[], { projection }: Options, filter: Doc): Doc[] {
  const shape = project(kept(projection ?? {}) as Doc, filter);
  return found.map(({ doc }) => copy(shape ? shape(doc) : doc) as Doc);
}

export function find(collection: MemoryCollection, filter: Filter, options: Options = {}): Doc[] {
  const question = questionOf(filter, options);
  return shown(collection.find(question), options, question.filter);
}

export function findOne(collection: MemoryCollection, filter: Filter, options: Options = {}): Doc | null {
  return find(collection, filter, { ...options, limit: 1 })[0] ?? null;
}

export function countDocuments(collection: MemoryCollection, filter: Filter, options: Options = {}): number {
  return collection.find(questionOf(filter, options)).length;
}

export function distinct(collection: MemoryCollection, key: string, filter: Filter): unknown[] {
  const values: unknown[] = [];
  const add = (value: unknown): boolean => {
    if (value !== undefined && !values.some((known) => equal(known, value))) values.push(value);
    return false;
  };
  for (const { doc } of collection.find(questionOf(filter)))
    someValue(doc, key.split('.'), false, (value) => (Array.isArray(value) ? value.some(add) : add(value)));
  return copy(values) as unknown[];
}

export function aggregate(collection: MemoryCollection, pipeline: unknown, from: From): Doc[] {
  const documents = (of: MemoryCollection, filter: Doc, variables: Doc) =>
    of.find({ filter, variables }).map(({ doc }) => plain(copy(doc)) as Doc);
  const stages = checkPipeline(kept(pipeline));
  const [first] = stages;
  const narrowed = first && '$match' in first ? (first.$match as Doc) : {};
  const scope = {
    variables: {},
    from: (name: string, filter: Doc, variables: Doc) => documents(from(name), filter, variables),
  };
  return [...run(documents(collection, narrowed, {}), stages, scope)].map((doc) => copy(doc) as Doc);
}

function insert(collection: MemoryCollection, document: unknown): unknown {
  const doc = kept(document) as Doc;
  collection.insert(idFirst(doc, doc._id));
  return doc._id;
}

export function insertOne(collection: MemoryCollection, document: unknown): Doc {
  return { acknowledged: true, insertedId: insert(collection, document) };
}

export function insertMany(collection: MemoryCollection, documents: readonly unknown[], options: Options = {}): Doc {
  const operations = documents.map((document) => ({ insertOne: { document } }));
  const { insertedCount } = bulkWrite(collection, operations, options);
  return { acknowledged: true, insertedCount, insertedIds: documents.map((document) => (document as Doc)._id) };
}

interface Updated {
  matched: number;
  modified: number;
  upsertedId?: unknown;
  before: Doc | null;
  after: Doc | null;
}

function updateAll(
  collection: MemoryCollection,
  filter: Filter,
  update: unknown,
  options: Options,
  limit: number,
): Updated {
  const question = questionOf(filter, { ...options, limit });
  const change = compileUpdate(kept(update), options.arrayFilters && kept(options.arrayFilters));
  const result: Updated = { matched: 0, modified: 0, before: null, after: null };
  for (const held of collection.find(question)) {
    const before = held.doc;
    const after = applyUpdate(copy(before) as Doc, change, question.filter, before, false);
    result.matched++;
    Object.assign(result, { before, after });
    if (equal(before, after)) continue;
    collection.replace(held, after);
    result.modified++;
  }
  if (result.matched > 0 || !options.upsert) return result;
  const after = applyUpdate(seedFrom(question.filter, change), change, question.filter, {}, true);
  collection.insert(after);
  return { ...result, upsertedId: after._id, after };
}

const answerOf = ({ matched, modified, upsertedId = null }: Updated): Doc => ({
  acknowledged: true,
  matchedCount: matched,
  modifiedCount: modified,
  upsertedCount: upsertedId === null ? 0 : 1,
  upsertedId,
});

export function updateOne(collection: MemoryCollection, filter: Filter, update: unknown, options: Options = {}): Doc {
  return answerOf(updateAll(collection, filter, update, options, 1));
}

export function updateMany(collection: MemoryCollection, filter: Filter, update: unknown, options: Options = {}): Doc {
  return answerOf(updateAll(collection, filter, update, options, 0));
}

export function findOneAndUpdate(
  collection: MemoryCollection,
  filter: Filter,
  update: unknown,
  options: Options = {},
): Doc | null {
  const { before, after } = updateAll(collection, filter, update, options, 1);
  const doc = options.returnDocument === 'after' ? after : before;
  const [value = null] = doc ? shown([{ doc }], options, kept(filter) as Doc) : [];
  return options.includeResultMetadata
    ? { value, ok: 1, lastErrorObject: { updatedExisting: before !== null } }
    : value;
}

export function findOneAndDelete(collection: MemoryCollection, filter: Filter, options: Options = {}): Doc | null {
  const [held] = collection.find(questionOf(filter, { ...options, limit: 1 }));
  if (!held) return null;
  collection.remove(held);
  return shown([held], options, kept(filter) as Doc)[0] ?? null;
}

function removeAll(collection: MemoryCollection, filter: Filter, limit: number): Doc {
  const found = collection.find(questionOf(filter, { limit }));
  for (const held of found) collection.remove(held);
  return { acknowledged: true, deletedCount: found.length };
}

export const deleteOne = (collection: MemoryCollection, filter: Filter): Doc => removeAll(collection, filter, 1);
export const deleteMany = (collection: MemoryCollection, filter: Filter): Doc => removeAll(collection, filter, 0);

type Operation = Record<string, { document?: unknown; filter?: Filter; update?: unknown } & Options>;

function runOperation(collection: MemoryCollection, operation: Operation): Doc {
  const [[kind = '', { document, filter, update, ...options }] = ['', {} as Operation[string]]] =
    Object.entries(operation);
  if (kind === 'insertOne') return { insertedCount: 1, ...insertOne(collection, document) };
  if (kind === 'updateOne') return updateOne(collection, filter, update, options);
  if (kind === 'updateMany') return updateMany(collection, filter, update, options);
  if (kind === 'deleteOne') return deleteOne(collection, filter);
  if (kind === 'deleteMany') return deleteMany(collection, filter);
  throw refuse(`${kind} in bulkWrite`);
}

const COUNTS = ['insertedCount', 'matchedCount', 'modifiedCount', 'upsertedCount', 'deletedCount'];

/** @throws what failed; what came before it, or could be done beside it, is done */
export function bulkWrite(collection: MemoryCollection, operations: readonly Operation[], options: Options = {}): Doc {
  const counts: Record<string, number> = Object.fromEntries(COUNTS.map((name) => [name, 0]));
  const failed = new Map<number, Error>();
  for (const [index, operation] of operations.entries()) {
    try {
      const answer = runOperation(collection, operation);
      for (const name of COUNTS) counts[name] = (counts[name] ?? 0) + Number(answer[name] ?? 0);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failed.set(index, error);
      if (options.ordered !== false) break;
    }
  }
  const result = { acknowledged: true, ok: 1, ...counts };
  if (failed.size > 0) throw bulkFailure(failed, result);
  return result;
}
