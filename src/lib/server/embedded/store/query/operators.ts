/** The operators of a filter's field: `{ age: { $gte: 18, $lt: 65 } }`. */
import { BSONRegExp } from 'bson';
import { CommandError, refuse } from '../command-error';
import { RANK, compare, equal, numeric, rankOf, text } from '../values/compare';
import { isDoc, isOperatorDoc, type Doc } from '../values/document';
import { encodeKey } from '../values/key-encoding';
import { someValue } from '../values/paths';
import { compile, type Matcher } from './match';
import { typeTest } from './types';

type Test = (value: unknown) => boolean;

const REFUSED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
]);

/** References are values, though their names start with a dollar. */
export function isOperators(value: unknown): value is Doc {
  return isOperatorDoc(value) && !('$ref' in value) && !('$id' in value);
}

/** With `expand`, an array is what its elements are; inside `$elemMatch` it is only itself. */
export function compileOperators(parts: string[], operators: Doc, expand = true): Matcher[] {
  return Object.entries(operators)
    .filter(([name]) => name !== '$options' && name !== '$comment')
    .map(([name, operand]) => compileOperator(parts, name, operand, operators, expand));
}

function compileOperator(parts: string[], name: string, operand: unknown, all: Doc, expand: boolean): Matcher {
  const any =
    (test: Test, spread = expand): Matcher =>
    (doc) =>
      someValue(doc, parts, spread, test);
  const none =
    (test: Test): Matcher =>
    (doc) =>
      !someValue(doc, parts, expand, test);
  switch (name) {
    case '$eq':
      return any(equals(operand));
    case '$ne':
      return none(equals(operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return any(ordered(name, operand));
    case '$in':
      return any(oneOf(name, operand));
    case '$nin':
      return none(oneOf(name, operand));
    case '$exists': {
      const wanted = operand instanceof Object ? numeric(operand) != 0 : Boolean(operand);
      return (doc) => someValue(doc, parts, false, (value) => value !== undefined) === wanted;
    }
    case '$type':
      return any(typeTest(operand));
    case '$size': {
      const size = rankOf(operand) === RANK.number ? Number(numeric(operand)) : -1;
      if (!Number.isInteger(size) || size < 0) throw new CommandError(2, '$size must be a whole number');
      return any((value) => Array.isArray(value) && value.length === size, false);
    }
    case '$mod':
      return any(remainder(operand));
    case '$regex':
      return any(regexTest(operand, all.$options));
    case '$not':
      return negate(parts, operand, expand);
    case '$all':
      return allOf(parts, operand, expand);
    case '$elemMatch': {
      const test = elementTest(operand);
      return any((value) => Array.isArray(value) && value.some(test), false);
    }
    default:
      if (REFUSED.has(name)) throw refuse(name);
      throw new CommandError(2, `unknown operator: ${name}`);
  }
}

export function equals(operand: unknown): Test {
  if (operand === undefined) operand = null;
  if (typeof operand === 'string')
    return (value) => value === operand || (typeof value === 'object' && equal(value, operand));
  return (value) => equal(value, operand);
}

function ordered(name: string, operand: unknown): Test {
  if (operand instanceof BSONRegExp) throw new CommandError(2, `Can't have RegEx as arg to predicate over field`);
  const rank = rankOf(operand);
  const across = rank === RANK.minKey || rank === RANK.maxKey;
  const nan = rank === RANK.number && Number.isNaN(numeric(operand));
  return (value) => {
    if (!across && rankOf(value) !== rank) return false;
    const difference = compare(value, operand);
    // NaN is equal to itself and otherwise neither above nor below anything.
    if (nan || (rank === RANK.number && Number.isNaN(numeric(value)))) return name.endsWith('e') && difference === 0;
    if (name === '$gt') return difference > 0;
    if (name === '$gte') return difference >= 0;
    return name === '$lt' ? difference < 0 : difference <= 0;
  };
}

function oneOf(name: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw new CommandError(2, `${name} needs an array`);
  if (operand.some((item) => isOperators(item))) throw new CommandError(2, `cannot nest $ under ${name}`);
  const patterns = operand.filter((item) => item instanceof BSONRegExp).map((item) => regexTest(item, undefined));
  const values = operand.filter((item) => !(item instanceof BSONRegExp));
  const byPattern: Test = (value) => patterns.some((test) => test(value));
  if (values.length <= 4) return (value) => values.some((item) => equal(item, value)) || byPattern(value);
  const keyOf = (value: unknown): string => encodeKey(value, Infinity).bytes.toString('latin1');
  const keys = new Set(values.map(keyOf));
  return (value) => keys.has(keyOf(value)) || byPattern(value);
}

function remainder(operand: unknown): Test {
  if (!Array.isArray(operand) || operand.length !== 2) throw new CommandError(2, 'malformed mod, needs two elements');
  const [divisor, rest] = operand.map((item) => Math.trunc(Number(numeric(item))));
  if (!divisor) throw new CommandError(2, 'divisor cannot be 0');
  return (value) => rankOf(value) === RANK.number && Math.trunc(Number(numeric(value))) % divisor === rest;
}

/** The pattern as JavaScript has it. */
export function toRegExp(operand: unknown, options: unknown): RegExp {
  const pattern = operand instanceof BSONRegExp ? operand.pattern : operand;
  const flags = options ?? (operand instanceof BSONRegExp ? operand.options : '');
  if (typeof pattern !== 'string' || typeof flags !== 'string') throw new CommandError(2, '$regex has to be a string');
  if (flags.includes('x')) throw refuse('the regex option x');
  const unknown = /[^imsu]/.exec(flags);
  if (unknown) throw new CommandError(51108, `invalid flag in regex options: ${unknown[0]}`);
  try {
    return new RegExp(pattern, [...new Set(flags)].join(''));
  } catch (error) {
    throw new CommandError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : pattern}`);
  }
}

function regexTest(operand: unknown, options: unknown): Test {
  const regex = toRegExp(operand, options);
  return (value) => {
    if (typeof value === 'string') return regex.test(value);
    if (typeof value !== 'object' || value === null) return false;
    const rank = rankOf(value);
    return rank === RANK.string ? regex.test(text(value)) : rank === RANK.regex && equal(value, operand);
  };
}

function negate(parts: string[], operand: unknown, expand: boolean): Matcher {
  if (!(operand instanceof BSONRegExp) && !isOperators(operand))
    throw new CommandError(2, '$not needs a regex or a document');
  const tests = compileOperators(parts, operand instanceof BSONRegExp ? { $regex: operand } : operand, expand);
  return (doc) => !tests.every((test) => test(doc));
}

function allOf(parts: string[], operand: unknown, expand: boolean): Matcher {
  if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array');
  const tests = operand.map((item): Matcher => {
    if (isDoc(item) && '$elemMatch' in item) return compileOperator(parts, '$elemMatch', item.$elemMatch, {}, expand);
    const test = item instanceof BSONRegExp ? regexTest(item, undefined) : equals(item);
    return (doc) => someValue(doc, parts, expand, test);
  });
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

/** An element either is a document that matches, or a value that the operators accept. */
export function elementTest(operand: unknown): Test {
  if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (isOperators(operand) && first !== '$and' && first !== '$or' && first !== '$nor' && first !== '$expr') {
    const tests = compileOperators(['0'], operand, false);
    return (item) => tests.every((test) => test({ 0: item }));
  }
  const matches = compile(operand);
  return (item) => {
    if (Array.isArray(item)) return matches(Object.fromEntries(item.entries()));
    return isDoc(item) && matches(item);
  };
}
