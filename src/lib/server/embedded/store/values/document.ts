/** Reading the fields of a document safely: own properties only, whatever they are called. */
import {
  Long,
  ObjectId,
  Timestamp,
  Double,
  Int32,
  Decimal128,
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  MinKey,
  MaxKey,
} from 'bson';

export type Doc = Record<string, unknown>;

const LEAVES = [
  ObjectId,
  Long,
  Double,
  Int32,
  Timestamp,
  Decimal128,
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  MinKey,
  MaxKey,
];

/** Whether a value is an embedded document, and not an array, a date or one of BSON's own types. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto === Object.prototype || proto === null) return true;
  return !(value instanceof Date) && !(value instanceof RegExp) && !LEAVES.some((leaf) => value instanceof leaf);
}

export function field(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/** Sets a field; `__proto__` becomes a plain field instead of the prototype. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    doc[name] = value;
  }
}

/** The name of the operator when a value reads `{ $something: … }`. */
export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  for (const key in value) return key.startsWith('$');
  return false;
}

/** A deep copy that shares only immutable leaves. */
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) setField(copy, key, cloneValue(value[key]));
  return copy;
}
