/**
 * For a program that alone writes to its database, such as the one that makes the demonstration: what is read again and
 * again is asked once, and stays true until this process writes to what was seen.
 */
import mongoose from 'mongoose';

type Fields = Record<string, unknown>;
type Method = (this: { name: string }, ...args: unknown[]) => Promise<unknown>;
/** The part of a query that says what it asks; the library keeps the projection to itself. */
interface Asked {
  op?: string;
  model: { collection: { name: string } };
  _distinct?: string;
  getFilter(): Fields;
  projection(): unknown;
  getOptions(): unknown;
  mongooseOptions(): { lean?: unknown; populate?: unknown };
}
type Exec = (this: Asked, ...args: unknown[]) => Promise<unknown>;

const WRITES = [
  ...['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'bulkWrite'],
  ...['findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'],
];
/** More answers than this are begun anew rather than kept. */
const MOST = 20_000;

/** How often something was written: to the whole collection, to no document in particular, and to each. */
class Collection {
  private all = 0;
  private anywhere = 0;
  private readonly documents = new Map<string, number>();

  /** `ids` is null where the write did not name its documents. */
  isWritten(ids: readonly string[] | null): void {
    this.all++;
    if (!ids) this.anywhere++;
    for (const id of ids ?? []) this.documents.set(id, (this.documents.get(id) ?? 0) + 1);
  }

  /** Grows with each write that a find of these documents, or of any, could notice. */
  age(ids: readonly string[] | null): number {
    return ids ? ids.reduce((sum, id) => sum + (this.documents.get(id) ?? 0), this.anywhere) : this.all;
  }
}

/** The documents that a filter names, or null where it describes them otherwise. */
function idsIn(filter: unknown): string[] | null {
  const id: unknown = (filter as Fields | undefined)?._id;
  if (typeof id === 'string') return [id];
  const list = typeof id === 'object' && id !== null && Object.keys(id).length === 1 ? (id as Fields).$in : null;
  return Array.isArray(list) && list.every((each): each is string => typeof each === 'string') ? list : null;
}

/** Of one write, by the arguments of the driver's method. */
function idsWritten(method: string, [first]: readonly unknown[]): string[] | null {
  if (method === 'bulkWrite') {
    const each = (first as Record<string, { filter?: unknown; document?: unknown }>[]).map((operation) => {
      const [{ filter, document } = {}] = Object.values(operation);
      return idsIn(filter ?? document);
    });
    return each.includes(null) ? null : each.flatMap((ids) => ids ?? []);
  }
  if (method === 'insertMany') return (first as unknown[]).flatMap((document) => idsIn(document) ?? []);
  return idsIn(first);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Date) return new Date(value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Fields = {};
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Fields)[key]);
  return copy;
}

/** JSON says nothing of an expression and leaves out what is not defined. */
const spelled = (_key: string, value: unknown): unknown =>
  value instanceof RegExp ? String(value) : value === undefined ? '(undefined)' : value;

/** Events on their way out are no part of what a document says: who asks for them is not answered from memory. */
function onlyForgetsEvents([, update]: readonly unknown[]): boolean {
  const pulled = (update as { $pull?: Fields } | undefined)?.$pull;
  return pulled !== undefined && Object.keys(update as Fields).length === 1 && Object.keys(pulled).join() === 'outbox';
}

/** What the query asks, in one line; null for what is not remembered. */
function questionOf(query: Asked): string | null {
  const { lean, populate } = query.mongooseOptions();
  const isPlain = query.op === 'find' || query.op === 'findOne' ? lean && !populate : false;
  if (!isPlain && query.op !== 'countDocuments' && query.op !== 'distinct') return null;
  const { name } = query.model.collection;
  const question = JSON.stringify(
    [name, query.op, query._distinct ?? '', query.getFilter(), query.projection(), query.getOptions()],
    spelled,
  );
  return /"\+?outbox(?!":0)/.test(question) ? null : question;
}

/** Not for two at once; never in a server. */
export async function withReadMemory<T>(run: () => Promise<T>): Promise<T> {
  const collections = new Map<string, Collection>();
  const answers = new Map<string, { age: number; answer: Promise<unknown> }>();
  const collection = (name: string): Collection => {
    const known = collections.get(name) ?? new Collection();
    collections.set(name, known);
    return known;
  };
  const driver = Object.getPrototypeOf(mongoose.connection.collection('anything')) as Record<string, Method>;
  const query = mongoose.Query.prototype as unknown as { exec: Exec };
  const { exec } = query;
  const writes = WRITES.map((name) => [name, driver[name]] as const);

  query.exec = async function (...args) {
    const question = questionOf(this);
    if (question === null) return exec.apply(this, args);
    const age = collection(this.model.collection.name).age(idsIn(this.getFilter()));
    const known = answers.get(question);
    if (known?.age === age) return copyOf(await known.answer);
    if (answers.size >= MOST) answers.clear();
    const answer = exec.apply(this, args);
    answers.set(question, { age, answer });
    answer.catch(() => answers.delete(question));
    return copyOf(await answer);
  };
  for (const [name, write] of writes) {
    if (!write) continue;
    driver[name] = async function (...args) {
      if (onlyForgetsEvents(args)) return write.apply(this, args);
      const written = collection(this.name);
      const ids = idsWritten(name, args);
      // Before and after: what is read meanwhile may be either, and is not kept.
      written.isWritten(ids);
      try {
        return await write.apply(this, args);
      } finally {
        written.isWritten(ids);
      }
    };
  }
  try {
    return await run();
  } finally {
    query.exec = exec;
    for (const [name, write] of writes) if (write) driver[name] = write;
  }
}
