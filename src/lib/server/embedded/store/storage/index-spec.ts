/** An index as it was asked for, checked and put into the form the store works with. */
import { CommandError, refuse } from '../command-error';
import { compile, type Matcher } from '../query/match';
import { equal } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { INDEX_KEY_LIMIT } from './engine';

interface IndexField {
  path: string;
  parts: string[];
  descending: boolean;
}

export interface Index {
  id: number;
  name: string;
  spec: Doc;
  fields: IndexField[];
  unique: boolean;
  sparse: boolean;
  partial: Doc | null;
  inPartial: Matcher | null;
  /** Bytes a single field may take in a key. */
  limit: number;
  /** Paths that have held an array: their order and combined bounds cannot be trusted. */
  multikey: Set<string>;
  /** Whether a key was ever cut: the index then finds but does not sort. */
  truncated: boolean;
}

const KNOWN = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'background',
  'v',
  'ns',
  'hidden',
]);

export function toSpec(input: unknown): Doc {
  if (!isDoc(input) || !isDoc(input.key) || Object.keys(input.key).length === 0) {
    throw new CommandError(67, 'an index needs a key');
  }
  for (const [option, value] of Object.entries(input)) {
    if (!KNOWN.has(option) && !(option === 'collation' && isDoc(value) && value.locale === 'simple')) {
      throw refuse(`the index option ${option}`);
    }
  }
  if (input.hidden) throw refuse('hidden indexes');
  for (const [path, direction] of Object.entries(input.key)) {
    if (typeof direction === 'string') throw refuse(`${direction} indexes`);
    if (!(Number(direction) !== 0) || !Number.isFinite(Number(direction))) {
      throw new CommandError(67, `Values in v:2 index key pattern cannot be ${String(direction)}`);
    }
    if (path === '' || path.split('.').includes('') || path.startsWith('$')) {
      throw new CommandError(67, 'Index keys cannot contain an empty field or begin with $');
    }
    if (path.includes('$**')) throw refuse('wildcard indexes');
  }
  const key = Object.fromEntries(Object.entries(input.key).map(([path, direction]) => [path, Number(direction)]));
  const name = typeof input.name === 'string' && input.name ? input.name : Object.entries(key).flat().join('_');
  const spec: Doc = { v: 2, key, name };
  if (input.unique) spec.unique = true;
  if (input.sparse) spec.sparse = true;
  if (isDoc(input.partialFilterExpression)) spec.partialFilterExpression = input.partialFilterExpression;
  if (spec.sparse && spec.partialFilterExpression) {
    throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  return spec;
}

export function toIndex(id: number, spec: Doc, multikey: string[] = [], truncated = false): Index {
  const fields = Object.entries(spec.key as Doc).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: Number(direction) < 0,
  }));
  const partial = isDoc(spec.partialFilterExpression) ? spec.partialFilterExpression : null;
  return {
    id,
    name: String(spec.name),
    spec,
    fields,
    unique: spec.unique === true,
    sparse: spec.sparse === true,
    partial,
    inPartial: partial && compile(partial),
    limit: Math.floor(INDEX_KEY_LIMIT / fields.length),
    multikey: new Set(multikey),
    truncated,
  };
}

/** Whether an index like this exists already; an index that only resembles it is a conflict. */
export function alreadyThere(existing: Index[], spec: Doc): boolean {
  for (const index of existing) {
    const sameKey =
      equal(index.spec.key, spec.key) &&
      Object.keys(index.spec.key as Doc).join() === Object.keys(spec.key as Doc).join();
    const sameOptions =
      index.unique === (spec.unique === true) &&
      index.sparse === (spec.sparse === true) &&
      equal(index.partial, spec.partialFilterExpression);
    if (index.name === spec.name) {
      if (sameKey && sameOptions) return true;
      throw new CommandError(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(index.spec)}`,
      );
    }
    if (sameKey && equal(index.partial, spec.partialFilterExpression)) {
      throw new CommandError(
        85,
        sameOptions
          ? `Index already exists with a different name: ${index.name}`
          : `An equivalent index already exists with different options. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(index.spec)}`,
      );
    }
  }
  return false;
}
