/** Filters, compiled to functions. */
import { BSONRegExp } from 'bson';
import { checkExpression, evaluate, plain, truthy } from '../aggregate/expressions';
import { CommandError, refuse } from '../command-error';
import { cloneValue, isDoc, type Doc } from '../values/document';
import { someValue } from '../values/paths';
import { compileOperators, equals, isOperators } from './operators';

export type Matcher = (doc: Doc) => boolean;

const REFUSED = new Set(['$where', '$text', '$jsonSchema', '$near', '$nearSphere', '$geoWithin', '$geoIntersects']);

/** `variables` are what `$$name` means inside an `$expr`. */
export function compile(filter: Doc, variables: Doc = {}): Matcher {
  const tests = Object.entries(filter).map(([key, value]) => compileEntry(key, value, variables));
  if (tests.length === 0) return () => true;
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (doc) => tests.every((test) => test(doc));
}

function compileEntry(key: string, value: unknown, variables: Doc): Matcher {
  if (!key.startsWith('$')) return compileField(key, value);
  switch (key) {
    case '$and':
      return every(branches(key, value, variables));
    case '$or':
      return some(branches(key, value, variables));
    case '$nor': {
      const any = some(branches(key, value, variables));
      return (doc) => !any(doc);
    }
    case '$expr':
      checkExpression(value);
      return (doc) => truthy(evaluate(plain(cloneValue(doc)) as Doc, value, variables));
    case '$comment':
      return () => true;
    default:
      if (REFUSED.has(key)) throw refuse(key);
      throw new CommandError(2, `unknown top level operator: ${key}`);
  }
}

function branches(name: string, value: unknown, variables: Doc): Matcher[] {
  if (!Array.isArray(value) || value.length === 0) throw new CommandError(2, `${name} must be a nonempty array`);
  return value.map((branch) => {
    if (!isDoc(branch)) throw new CommandError(2, `${name} entries need to be full objects`);
    return compile(branch, variables);
  });
}

const every =
  (tests: Matcher[]): Matcher =>
  (doc) =>
    tests.every((test) => test(doc));
const some =
  (tests: Matcher[]): Matcher =>
  (doc) =>
    tests.some((test) => test(doc));

function compileField(path: string, value: unknown): Matcher {
  const parts = path.split('.');
  if (isOperators(value)) return every(compileOperators(parts, value));
  if (value instanceof BSONRegExp) return every(compileOperators(parts, { $regex: value }));
  const test = equals(value);
  return (doc) => someValue(doc, parts, true, test);
}
