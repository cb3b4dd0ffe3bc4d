/** Applies an update to a document. */
import { BSONRegExp, Timestamp } from 'bson';
import { runOnDocument } from '../aggregate/pipeline';
import { CommandError } from '../command-error';
import { isOperators } from '../query/operators';
import { compare, equal } from '../values/compare';
import { cloneValue, field, isDoc, setField, type Doc } from '../values/document';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { add, multiply } from './arithmetic';
import type { Change, Update } from './compile-update';
import { getAt, places, setAt, type Place, type Scope } from './targets';

let increment = 0;

/** `doc` is the caller's own copy and may be changed; what is returned has `_id` first. */
export function applyUpdate(doc: Doc, update: Update, filter: Doc, original: Doc, inserting: boolean): Doc {
  const id = field(doc, '_id');
  let next = doc;
  if (update.kind === 'replace') next = { ...update.replacement };
  else if (update.kind === 'pipeline') next = runOnDocument(doc, update.stages);
  else {
    const scope: Scope = { filter, original, elements: update.elements };
    for (const change of update.changes) applyChange(doc, change, scope, inserting);
  }
  const newId = field(next, '_id');
  if (id !== undefined && newId !== undefined && !equal(newId, id)) {
    throw new CommandError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  if (id !== undefined && newId === undefined && update.kind === 'change') {
    throw new CommandError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  return idFirst(next, newId ?? id);
}

export function idFirst(doc: Doc, id: unknown): Doc {
  if (id === undefined || (Object.keys(doc)[0] === '_id' && doc._id === id)) return doc;
  const ordered: Doc = { _id: id };
  for (const key of Object.keys(doc)) if (key !== '_id') setField(ordered, key, doc[key]);
  return ordered;
}

/** The document an upsert starts from: what the filter says by equality. */
export function seedFrom(filter: Doc, update: Update): Doc {
  const seed: Doc = {};
  const collect = (conditions: Doc): void => {
    for (const [path, value] of Object.entries(conditions)) {
      if (path === '$and') (value as Doc[]).forEach(collect);
      if (path.startsWith('$')) continue;
      const known = isOperators(value) ? value.$eq : value;
      if (known === undefined || known instanceof BSONRegExp) continue;
      if (update.kind === 'replace' && path !== '_id') continue;
      const scope = { filter: {}, original: {}, elements: new Map() };
      for (const place of places(seed, path.split('.'), scope, true)) setAt(place, cloneValue(known));
    }
  };
  collect(filter);
  return seed;
}

function applyChange(doc: Doc, change: Change, scope: Scope, inserting: boolean): void {
  const { operator, parts, operand } = change;
  if (operator === '$setOnInsert' && !inserting) return;
  if (operator === '$rename') return rename(doc, change, scope);
  const create = !['$unset', '$pull', '$pullAll', '$pop'].includes(operator);
  for (const place of places(doc, parts, scope, create)) applyAt(place, change, operand, doc);
}

function applyAt(place: Place, { operator, path }: Change, operand: unknown, doc: Doc): void {
  const value = getAt(place);
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return setAt(place, cloneValue(operand));
    case '$unset':
      if (!Array.isArray(place.holder)) delete place.holder[place.key];
      else if (value !== undefined) setAt(place, null);
      return;
    case '$inc':
      return setAt(place, add(value, operand, path, doc));
    case '$mul':
      return setAt(place, multiply(value, operand, path, doc));
    case '$min':
      if (value === undefined || compare(operand, value) < 0) setAt(place, operand);
      return;
    case '$max':
      if (value === undefined || compare(operand, value) > 0) setAt(place, operand);
      return;
    case '$currentDate':
      return setAt(place, isDoc(operand) && operand.$type === 'timestamp' ? timestamp() : new Date());
    case '$push':
      return setAt(place, push(value, operand, path, doc));
    case '$addToSet':
      return setAt(place, addToSet(value, operand, path, doc));
    case '$pull':
    case '$pullAll':
    case '$pop': {
      if (value === undefined) return;
      const change = { $pull: pull, $pullAll: pullAll, $pop: pop }[operator];
      return setAt(place, change(value, operand, path, doc));
    }
  }
}

function rename(doc: Doc, { parts, operand }: Change, scope: Scope): void {
  const [from] = places(doc, parts, scope, false);
  if (!from) return;
  const value = getAt(from);
  if (value === undefined) return;
  if (Array.isArray(from.holder))
    throw new CommandError(2, 'The source and target of $rename must not be array elements');
  delete from.holder[from.key];
  for (const to of places(doc, String(operand).split('.'), scope, true)) setAt(to, value);
}

function timestamp(): Timestamp {
  return new Timestamp({ t: Math.floor(Date.now() / 1000), i: ++increment });
}
