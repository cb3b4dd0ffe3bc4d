/** One collection in memory: its documents, in the order in which they came, and what must be unique among them. */
import type { IndexDescription } from 'mongodb';
import { compile } from '../embedded/store/query/match';
import { indexKeys } from '../embedded/store/storage/index-keys';
import { toIndex, toSpec, type Index } from '../embedded/store/storage/index-spec';
import type { Doc } from '../embedded/store/values/document';
import { compareSortValues, sortValues, type SortField } from '../embedded/store/values/paths';
import { duplicateKey, refuse } from './errors';
import { keysFor, Lookup, type Held } from './lookup';

export interface Question {
  filter: Doc;
  /** What `$$name` means in the filter. */
  variables?: Doc;
  sort?: SortField[];
  skip?: number;
  limit?: number;
}

interface Unique {
  index: Index;
  holders: Map<string, Held>;
}

const NOBODY: ReadonlySet<Held> = new Set();

export class MemoryCollection {
  private readonly all = new Map<string, Held>();
  private readonly lookups = new Map<string, Lookup>();
  private readonly unique: Unique[];
  private readonly original = new Set<string>();
  private readonly changed = new Set<string>();
  private readonly removed = new Set<string>();

  constructor(
    readonly name: string,
    indexes: readonly IndexDescription[],
    documents: readonly Doc[],
  ) {
    this.unique = indexes
      .filter(({ unique }) => unique)
      .map((index, at) => ({ index: toIndex(at, toSpec(specOf(index))), holders: new Map<string, Held>() }));
    for (const document of documents) {
      this.insert(document);
      this.original.add(idOf(document));
    }
    this.changed.clear();
  }

  find({ filter, variables, sort = [], skip = 0, limit = 0 }: Question): Held[] {
    const matches = compile(filter, variables);
    const found: Held[] = [];
    const enough = limit > 0 && sort.length === 0 ? skip + limit : Infinity;
    for (const held of this.candidates(filter)) {
      if (!matches(held.doc)) continue;
      found.push(held);
      if (found.length >= enough) break;
    }
    const ordered = sort.length > 0 && found.length > 1 ? inOrder(found, sort) : found;
    return skip > 0 || limit > 0 ? ordered.slice(skip, limit > 0 ? skip + limit : undefined) : ordered;
  }

  /** What has to be written for the database to hold what is here. */
  writes(): object[] {
    return [
      ...Array.from(this.removed, (_id) => ({ deleteOne: { filter: { _id } } })),
      ...Array.from(this.changed, (_id) => {
        const document = this.all.get(_id)?.doc ?? {};
        return this.original.has(_id)
          ? { replaceOne: { filter: { _id }, replacement: document } }
          : { insertOne: { document } };
      }),
    ];
  }

  /** @throws when a unique index has its keys already */
  insert(doc: Doc): void {
    const _id = idOf(doc);
    if (this.all.has(_id)) throw duplicateKey(this.name, '_id_', { _id: 1 }, doc);
    const held = { doc };
    this.note(held, null, doc);
    this.all.set(_id, held);
    this.removed.delete(_id);
    this.changed.add(_id);
  }

  /** @throws when a unique index has its new keys already */
  replace(held: Held, doc: Doc): void {
    this.note(held, held.doc, doc);
    held.doc = doc;
    this.changed.add(idOf(doc));
  }

  remove(held: Held): void {
    const _id = idOf(held.doc);
    this.note(held, held.doc, null);
    this.all.delete(_id);
    this.changed.delete(_id);
    if (this.original.has(_id)) this.removed.add(_id);
  }

  /** Checked whole before anything is noted. */
  private note(held: Held, before: Doc | null, after: Doc | null): void {
    const changes = this.unique.map(({ index, holders }) => {
      const left = before ? keysIn(index, before) : [];
      const entered = after ? keysIn(index, after) : [];
      const taken = entered.some((key) => (holders.get(key) ?? held) !== held);
      if (taken && after) throw duplicateKey(this.name, index.name, index.spec.key as Doc, after);
      return { holders, left, entered };
    });
    for (const { holders, left, entered } of changes) {
      for (const key of left) holders.delete(key);
      for (const key of entered) holders.set(key, held);
    }
    for (const lookup of this.lookups.values()) lookup.change(held, before, after);
  }

  /** The fewest documents among which all that match must be. */
  private candidates(filter: Doc): Iterable<Held> {
    const ids = idsIn(filter._id);
    if (ids) return ids.flatMap((id) => this.all.get(id) ?? []);
    let best: ReadonlySet<Held>[] | null = null;
    let fewest = this.all.size;
    for (const [path, condition] of Object.entries(filter)) {
      const keys = path.startsWith('$') ? null : keysFor(condition);
      if (!keys) continue;
      const places = keys.map((key) => this.lookup(path).at(key) ?? NOBODY);
      const count = places.reduce((sum, { size }) => sum + size, 0);
      if (count > fewest) continue;
      fewest = count;
      best = places;
    }
    if (!best) return this.all.values();
    return best.length === 1 && best[0] ? best[0] : new Set(best.flatMap((place) => [...place]));
  }

  private lookup(path: string): Lookup {
    const known = this.lookups.get(path) ?? new Lookup(path, this.all.values());
    this.lookups.set(path, known);
    return known;
  }
}

function idOf({ _id }: Doc): string {
  if (typeof _id !== 'string') throw refuse('documents whose _id is not a text');
  return _id;
}

const specOf = ({ key, name, unique, sparse, partialFilterExpression }: IndexDescription): Doc => ({
  key,
  ...(name ? { name } : {}),
  ...(unique ? { unique } : {}),
  ...(sparse ? { sparse } : {}),
  ...(partialFilterExpression ? { partialFilterExpression } : {}),
});

const keysIn = (index: Index, doc: Doc): string[] => indexKeys(index, doc).keys.map((key) => key.toString('latin1'));

/** The names that a condition on `_id` allows, or null where it says something else. */
function idsIn(condition: unknown): string[] | null {
  if (typeof condition === 'string') return [condition];
  const list = typeof condition === 'object' && condition !== null ? (condition as Doc).$in : null;
  return Array.isArray(list) && list.every((id): id is string => typeof id === 'string') ? [...new Set(list)] : null;
}

function inOrder(found: readonly Held[], sort: SortField[]): Held[] {
  return found
    .map((held) => ({ held, by: sortValues(held.doc, sort) }))
    .sort((a, b) => compareSortValues(a.by, b.by, sort))
    .map(({ held }) => held);
}
