/** Projections: which fields of a document are shown. */
import { checkExpression, evaluate, plain } from '../aggregate/expressions';
import { CommandError, refuse } from '../command-error';
import { RANK, numeric, rankOf } from '../values/compare';
import { cloneValue, field, isDoc, isOperatorDoc, setField, type Doc } from '../values/document';
import { elementTest } from './operators';
import { matchedIndex } from './positional';

type Shape = (doc: Doc) => Doc;

/** A tree of the paths in a projection; leaves are kept or dropped. */
type Tree = Map<string, Tree | true>;

type Special = { parts: string[]; apply: (value: unknown, doc: Doc) => unknown };

/**
 * Null when every document is shown as it is. `filter` is what a positional `$` refers to, `variables` what `$$name` means.
 */
export function project(spec: Doc, filter: Doc = {}, variables: Doc = {}): Shape | null {
  const kept: string[] = [];
  const dropped: string[] = [];
  const computed: [string[], unknown][] = [];
  const specials: Special[] = [];
  let showId: boolean | null = null;
  for (const [path, value] of Object.entries(nestedToPaths(spec))) {
    if (path === '' || path.split('.').includes(''))
      throw new CommandError(40352, 'FieldPath cannot be constructed with empty string');
    const flag = typeof value === 'boolean' ? value : rankOf(value) === RANK.number ? numeric(value) != 0 : null;
    if (path === '_id' && flag !== null) showId = flag;
    else if (path.endsWith('.$')) {
      kept.push(path.slice(0, -2));
      specials.push(positional(path.slice(0, -2), filter));
    } else if (flag !== null) (flag ? kept : dropped).push(path);
    else if (isDoc(value) && '$elemMatch' in value) {
      kept.push(path);
      specials.push(firstElement(path, value.$elemMatch));
    } else if (isDoc(value) && '$slice' in value && !isAggregationSlice(value.$slice))
      specials.push(slice(path, value.$slice));
    else if (isDoc(value) && '$meta' in value) throw refuse('$meta');
    else computed.push([path.split('.'), value]);
  }
  const including = kept.length > 0 || computed.length > 0 || (showId === true && dropped.length === 0);
  checkExpression(computed);
  if (including && dropped.length > 0) {
    throw new CommandError(31254, `Cannot do exclusion on field ${dropped[0]} in inclusion projection`);
  }
  if (!including && dropped.length === 0 && specials.length === 0 && showId !== false) return null;
  const tree = toTree(
    including ? (showId === false ? kept : ['_id', ...kept]) : showId === false ? ['_id', ...dropped] : dropped,
  );
  return (doc) => {
    const shown = (including ? include(doc, tree) : exclude(doc, tree)) as Doc;
    for (const { parts, apply } of specials) replaceAt(shown, doc, parts, apply);
    if (computed.length === 0) return shown;
    const source = plain(cloneValue(doc)) as Doc;
    for (const [parts, expression] of computed) setComputed(shown, parts, evaluate(source, expression, variables));
    return shown;
  };
}

/** `{ a: { b: 1 } }` says the same as `{ 'a.b': 1 }`. */
function nestedToPaths(spec: Doc, prefix = ''): Doc {
  const flat: Doc = {};
  for (const [key, value] of Object.entries(spec)) {
    if (isDoc(value) && !isOperatorDoc(value) && Object.keys(value).length > 0)
      Object.assign(flat, nestedToPaths(value, `${prefix}${key}.`));
    else flat[prefix + key] = value;
  }
  return flat;
}

function toTree(paths: string[]): Tree {
  const tree: Tree = new Map();
  for (const path of paths) {
    let at = tree;
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      const next = at.get(part);
      if (next === true) throw new CommandError(31249, `Path collision at ${path}`);
      const branch: Tree = next ?? new Map<string, Tree | true>();
      at.set(part, branch);
      at = branch;
    }
    if (at.get(last) instanceof Map) throw new CommandError(31250, `Path collision at ${path}`);
    at.set(last, true);
  }
  return tree;
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.filter((item) => isDoc(item) || Array.isArray(item)).map((item) => include(item, tree));
  if (!isDoc(value)) return undefined;
  const shown: Doc = {};
  for (const key of Object.keys(value)) {
    const branch = tree.get(key);
    if (branch === undefined) continue;
    const part = branch === true ? value[key] : include(value[key], branch);
    if (part !== undefined) setField(shown, key, part);
  }
  return shown;
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree));
  if (!isDoc(value)) return value;
  const shown: Doc = {};
  for (const key of Object.keys(value)) {
    const branch = tree.get(key);
    if (branch !== true) setField(shown, key, branch ? exclude(value[key], branch) : value[key]);
  }
  return shown;
}

function replaceAt(shown: Doc, doc: Doc, parts: string[], apply: Special['apply']): void {
  const [name = '', ...rest] = parts;
  const value = field(shown, name);
  if (rest.length > 0) {
    if (isDoc(value)) replaceAt(value, doc, rest, apply);
    return;
  }
  const next = apply(value, doc);
  if (next === undefined) delete shown[name];
  else setField(shown, name, next);
}

/** Sets a computed field. Documents on the way are copied: others may hold them. */
export function setComputed(target: Doc, parts: string[], value: unknown): void {
  const [name = '', ...rest] = parts;
  const inner = field(target, name);
  if (rest.length === 0) {
    if (value === undefined) delete target[name];
    else setField(target, name, value);
  } else if (Array.isArray(inner)) {
    setField(
      target,
      name,
      inner.map((item) => withComputed(item, rest, value)),
    );
  } else {
    setField(target, name, withComputed(inner, rest, value));
  }
}

function withComputed(value: unknown, parts: string[], computed: unknown): Doc {
  const copy: Doc = isDoc(value) ? { ...value } : {};
  setComputed(copy, parts, computed);
  return copy;
}

function positional(path: string, filter: Doc): Special {
  const parts = path.split('.');
  return {
    parts,
    apply: (value, doc) => {
      const index = matchedIndex(filter, doc, parts);
      if (index === null)
        throw new CommandError(51246, 'Executor error: positional projection found no matching element');
      return Array.isArray(value) ? [value[index]] : value;
    },
  };
}

function firstElement(path: string, operand: unknown): Special {
  const test = elementTest(operand);
  return {
    parts: path.split('.'),
    apply: (value) => {
      const found: unknown = Array.isArray(value) ? value.find(test) : undefined;
      return found === undefined ? undefined : [found];
    },
  };
}

/** `{ $slice: ['$list', 2] }` is an expression, `{ $slice: [1, 2] }` is skip and limit. */
function isAggregationSlice(operand: unknown): boolean {
  return Array.isArray(operand) && rankOf(operand[0]) !== RANK.number;
}

function slice(path: string, operand: unknown): Special {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((value) => Number(numeric(value)));
  const [first = 0, count] = numbers;
  return {
    parts: path.split('.'),
    apply: (value) => {
      if (!Array.isArray(value)) return value;
      if (count === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
      const start = first < 0 ? Math.max(0, value.length + first) : first;
      return value.slice(start, start + count);
    },
  };
}
