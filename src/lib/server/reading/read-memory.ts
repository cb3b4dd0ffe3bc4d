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
  projection(): Fields | null | undefined;
  getOptions(): { sort?: Fields };
  mongooseOptions(): { lean?: unknown; populate?: unknown };
}
type Exec = (this: Asked, ...args: unknown[]) => Promise<unknown>;

const WRITES = [
  ...['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'bulkWrite'],
  ...['findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'],
];
/** More answers than this are begun anew rather than kept. */
const MOST = 20_000;

interface Written {
  /** Null where the write did not name its documents. */
  ids: readonly string[] | null;
  /** The fields it touched, or null for all there are. */
  fields: readonly string[] | null;
}

const ANY = '';
const UNNAMED = '*';

/** How often something was written to the collection, to no document in particular, and to each; and to which fields. */
class Collection {
  private readonly counts = new Map<string, number>();

  isWritten({ ids, fields }: Written): void {
    if (fields?.length === 0) return;
    for (const where of [ANY, ...(ids ?? [UNNAMED])])
      for (const what of ['all', ...(fields?.map((field) => `.${field}`) ?? ['whole'])]) {
        const key = `${where} ${what}`;
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
  }

  /** Grows with each write that a find of these documents, or of any, could notice in these fields, or in all. */
  age({ ids, fields }: Written): number {
    let age = 0;
    for (const where of ids ? [UNNAMED, ...ids] : [ANY])
      for (const what of fields ? ['whole', ...fields.map((field) => `.${field}`)] : ['all'])
        age += this.counts.get(`${where} ${what}`) ?? 0;
    return age;
  }
}

/** The documents that a filter names, or null where it describes them otherwise. */
function idsIn(filter: unknown): string[] | null {
  const id: unknown = (filter as Fields | undefined)?._id;
  if (typeof id === 'string') return [id];
  const list = typeof id === 'object' && id !== null && Object.keys(id).length === 1 ? (id as Fields).$in : null;
  return Array.isArray(list) && list.every((each): each is string => typeof each === 'string') ? list : null;
}

/** Parts of a field count as the field. */
const topOf = (path: string) => path.split('.')[0] ?? path;

/** Events are no part of what a document says: who asks for them is not answered from memory. */
function fieldsSet(update: unknown): string[] | null {
  if (typeof update !== 'object' || update === null || Array.isArray(update)) return null;
  const operators = Object.entries(update as Record<string, Fields>);
  if (operators.some(([name]) => !name.startsWith('$') || name === '$rename')) return null;
  return operators.flatMap(([, fields]) => Object.keys(fields).map(topOf)).filter((field) => field !== 'outbox');
}

/** What a call of the driver's method writes. */
function writesOf(method: string, [first, update, options]: readonly unknown[]): Written[] {
  if (method === 'bulkWrite')
    return (first as Record<string, Fields>[]).flatMap((operation) => {
      const [[kind, { filter, document, update: change, upsert }] = ['', {} as Fields]] = Object.entries(operation);
      return writesOf(kind, [filter ?? document, change, { upsert }]);
    });
  if (method === 'insertMany') return (first as unknown[]).map((document) => ({ ids: idsIn(document), fields: null }));
  const changes = /^(updateOne|updateMany|findOneAndUpdate)$/.test(method) && !(options as Fields | undefined)?.upsert;
  return [{ ids: idsIn(first), fields: changes ? fieldsSet(update) : null }];
}

/** The fields that decide what a query answers, or null for all there are. */
function fieldsRead(query: Asked): string[] | null {
  const chosen = query.op === 'countDocuments' ? {} : query._distinct ? { [query._distinct]: 1 } : query.projection();
  const isWhole = query.op?.startsWith('find') && Object.keys(chosen ?? {}).length === 0;
  if (isWhole || Object.values(chosen ?? {}).some((value) => value !== 1 && value !== true)) return null;
  const { sort } = query.getOptions();
  const names = [...Object.keys(chosen ?? {}), ...Object.keys(query.getFilter()), ...Object.keys(sort ?? {})];
  return names.some((name) => /^[+\-$]/.test(name)) ? null : [...new Set(names.map(topOf))];
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
  const methods = WRITES.map((name) => [name, driver[name]] as const);

  query.exec = async function (...args) {
    const question = questionOf(this);
    if (question === null) return exec.apply(this, args);
    const seen = { ids: idsIn(this.getFilter()), fields: fieldsRead(this) };
    const age = collection(this.model.collection.name).age(seen);
    const known = answers.get(question);
    if (known?.age === age) return copyOf(await known.answer);
    if (answers.size >= MOST) answers.clear();
    const answer = exec.apply(this, args);
    answers.set(question, { age, answer });
    answer.catch(() => answers.delete(question));
    return copyOf(await answer);
  };
  for (const [name, write] of methods) {
    if (!write) continue;
    driver[name] = async function (...args) {
      const written = collection(this.name);
      const writes = writesOf(name, args);
      // Before and after: what is read meanwhile may be either, and is not kept.
      for (const each of writes) written.isWritten(each);
      try {
        return await write.apply(this, args);
      } finally {
        for (const each of writes) written.isWritten(each);
      }
    };
  }
  try {
    return await run();
  } finally {
    query.exec = exec;
    for (const [name, write] of methods) if (write) driver[name] = write;
  }
}
