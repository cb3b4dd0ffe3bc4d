/**
 * For a program that alone writes to its database, such as the one that makes the demonstration: what is read again and
 * again is asked once, and stays true until this process writes to what was seen.
 */
import { setImmediate as endOfTurn } from 'node:timers/promises';
import mongoose from 'mongoose';
import { op } from '../mongo';

type Fields = Record<string, unknown>;
type Method = (this: { name: string }, ...args: unknown[]) => Promise<unknown>;
/** The part of a query that says what it asks; the library keeps the projection to itself. */
interface Asked {
  op?: string;
  model: {
    collection: { name: string };
    schema: { path(name: string): { options: { select?: boolean } } | undefined };
    find(filter: Fields): { lean(): Asked };
  };
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

/** When something was last written to the collection, to no document in particular, and to each; and to which fields. */
class Collection {
  private readonly moments = new Map<string, number>();

  isWritten({ ids, fields }: Written, now: number): void {
    if (fields?.length === 0) return;
    for (const where of [ANY, ...(ids ?? [UNNAMED])])
      for (const what of ['all', ...(fields?.map((field) => `.${field}`) ?? ['whole'])])
        this.moments.set(`${where} ${what}`, now);
  }

  /** The last write that a find of these documents, or of any, could notice in these fields, or in all. */
  changed({ ids, fields }: Written): number {
    let changed = 0;
    for (const where of ids ? [UNNAMED, ...ids] : [ANY])
      for (const what of fields ? ['whole', ...fields.map((field) => `.${field}`)] : ['all'])
        changed = Math.max(changed, this.moments.get(`${where} ${what}`) ?? 0);
    return changed;
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

/** A find of documents by their names, which those documents answer whatever else was asked of them before. */
interface Named {
  ids: readonly string[];
  conditions: readonly [field: string, condition: unknown][];
  /** What is asked for, or null for all that is shown unasked. */
  fields: readonly string[] | null;
}

const isScalar = (value: unknown) => value === null || /^(string|number|boolean)$/.test(typeof value);
const COMPARISONS = ['$in', '$nin', '$ne'];

/** Null where the database has to be asked: other conditions, an order, parts of fields, or fields that are hidden. */
function namedIn(query: Asked): Named | null {
  const { lean, populate } = query.mongooseOptions();
  if ((query.op !== 'find' && query.op !== 'findOne') || lean !== true || populate) return null;
  const { _id, ...others } = query.getFilter();
  const ids = idsIn({ _id });
  if (!ids || Object.keys(query.getOptions()).length > 0) return null;
  const conditions = Object.entries(others);
  const isSimple = conditions.every(([, condition]) => {
    if (isScalar(condition)) return true;
    const [[name = '', operand] = []] = Object.entries((condition ?? {}) as Fields);
    const isOne = Object.keys((condition ?? {}) as Fields).length === 1 && COMPARISONS.includes(name);
    return isOne && (Array.isArray(operand) ? operand.every(isScalar) : name === '$ne' && isScalar(operand));
  });
  const chosen = Object.entries(query.projection() ?? {});
  const asked = [...conditions, ...chosen].map(([name]) => name);
  const isShown = (name: string) => !/[.$+-]/.test(name) && query.model.schema.path(name)?.options.select !== false;
  if (!isSimple || !asked.every(isShown) || chosen.some(([, value]) => value !== 1 && value !== true)) return null;
  return { ids, conditions, fields: chosen.length > 0 ? ['_id', ...chosen.map(([name]) => name)] : null };
}

/** As the database compares: an array meets a value that is among its own, and what is missing is null. */
function meets(document: Fields, [field, condition]: readonly [string, unknown]): boolean {
  const value = document[field] ?? null;
  const has = (wanted: unknown) => (Array.isArray(value) ? value.includes(wanted) : value === wanted);
  if (isScalar(condition)) return has(condition);
  const { $in, $nin, $ne } = condition as { $in?: unknown[]; $nin?: unknown[]; $ne?: unknown };
  if ($in) return $in.some(has);
  return $nin ? !$nin.some(has) : !has($ne);
}

const part = (document: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.filter((field) => field in document).map((field) => [field, document[field]]));

/** Not for two at once; never in a server. */
export async function withReadMemory<T>(run: () => Promise<T>): Promise<T> {
  const collections = new Map<string, Collection>();
  const answers = new Map<string, { changed: number; answer: Promise<unknown> }>();
  const documents = new Map<string, { asked: number; answer: Promise<Fields | null> }>();
  /** Moments are counted, not measured. */
  let now = 0;
  const collection = (name: string): Collection => {
    const known = collections.get(name) ?? new Collection();
    collections.set(name, known);
    return known;
  };
  const driver = Object.getPrototypeOf(mongoose.connection.collection('anything')) as Record<string, Method>;
  const query = mongoose.Query.prototype as unknown as { exec: Exec };
  const { exec } = query;
  const methods = WRITES.map((name) => [name, driver[name]] as const);

  /** What is asked for in one turn of the event loop goes in one command for each collection. */
  const asking = new Map<string, { ids: string[]; found: Promise<Map<string, Fields>> }>();
  const ask = (model: Asked['model'], id: string): Promise<Fields | null> => {
    const { name } = model.collection;
    let batch = asking.get(name);
    if (!batch) {
      const ids: string[] = [];
      const found = endOfTurn().then(async () => {
        asking.delete(name);
        const all = (await exec.call(model.find({ _id: op({ $in: ids }) }).lean())) as Fields[];
        return new Map(all.map((document) => [document._id as string, document]));
      });
      batch = { ids, found };
      asking.set(name, batch);
    }
    batch.ids.push(id);
    return batch.found.then((all) => all.get(id) ?? null);
  };

  /** Asks for those documents that are not known or have changed since. */
  const readNamed = async ({ model, op: what }: Asked, { ids, conditions, fields }: Named): Promise<unknown> => {
    const { name } = model.collection;
    const written = collection(name);
    const seen = fields && [...fields, ...conditions.map(([field]) => field)];
    const keyOf = (id: string) => `${name} ${id}`;
    if (documents.size + ids.length > MOST) documents.clear();
    for (const id of ids) {
      const known = documents.get(keyOf(id));
      if (known && known.asked >= written.changed({ ids: [id], fields: seen })) continue;
      const answer = ask(model, id);
      documents.set(keyOf(id), { asked: ++now, answer });
      answer.catch(() => documents.delete(keyOf(id)));
    }
    const all = await Promise.all([...new Set(ids)].toSorted().map((id) => documents.get(keyOf(id))?.answer));
    const matching = all.filter((each) => each && conditions.every((condition) => meets(each, condition))) as Fields[];
    const copies = matching.map((each) => copyOf(fields ? part(each, fields) : each));
    return what === 'findOne' ? (copies[0] ?? null) : copies;
  };

  query.exec = async function (...args) {
    const named = namedIn(this);
    if (named) return readNamed(this, named);
    const question = questionOf(this);
    if (question === null) return exec.apply(this, args);
    const seen = { ids: idsIn(this.getFilter()), fields: fieldsRead(this) };
    const changed = collection(this.model.collection.name).changed(seen);
    const known = answers.get(question);
    if (known?.changed === changed) return copyOf(await known.answer);
    if (answers.size >= MOST) answers.clear();
    const answer = exec.apply(this, args);
    answers.set(question, { changed, answer });
    answer.catch(() => answers.delete(question));
    return copyOf(await answer);
  };
  for (const [name, write] of methods) {
    if (!write) continue;
    driver[name] = async function (...args) {
      const written = collection(this.name);
      const writes = writesOf(name, args);
      // Before and after: what is read meanwhile may be either, and is not kept.
      for (const each of writes) written.isWritten(each, ++now);
      try {
        return await write.apply(this, args);
      } finally {
        for (const each of writes) written.isWritten(each, ++now);
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
