/** Aggregation expressions such as `{ $add: ['$a', 1] }`, evaluated by mingo. */
import { Double, Int32, Long, Timestamp } from 'bson';
import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { CommandError, refuse } from '../command-error';
import { RANK, compare, equal, numeric, rankOf } from '../values/compare';
import { isDoc, setField, type Doc } from '../values/document';

type Options = Parameters<typeof evalExpr>[2];
type Operator = (doc: unknown, args: unknown, options: Options) => unknown;

const REFUSED = ['$function', '$accumulator', '$where'];
let captured: Options | null = null;

/** mingo compares by JavaScript's rules; these follow BSON's order, numbers of any width and identifiers included. */
function comparison(name: string, test: (difference: number) => unknown): Record<string, Operator> {
  return {
    [name]: (doc, args, options) => {
      const values = evalExpr(doc, args, options);
      if (!Array.isArray(values) || values.length !== 2)
        throw new CommandError(16020, `Expression ${name} takes exactly 2 arguments`);
      return test(compare(values[0], values[1]));
    },
  };
}

const ours: Record<string, Operator> = {
  ...comparison('$eq', (difference) => difference === 0),
  ...comparison('$ne', (difference) => difference !== 0),
  ...comparison('$gt', (difference) => difference > 0),
  ...comparison('$gte', (difference) => difference >= 0),
  ...comparison('$lt', (difference) => difference < 0),
  ...comparison('$lte', (difference) => difference <= 0),
  ...comparison('$cmp', Math.sign),
  $in: (doc, args, options) => {
    const [value, list] = evalExpr(doc, args, options) as unknown[];
    if (!Array.isArray(list)) throw new CommandError(40081, '$in requires an array as a second argument');
    return list.some((item) => equal(item, value));
  },
  $capture: (_doc, _args, options) => {
    captured = options;
    return null;
  },
};

const context = Context.init({
  accumulator: { ...accumulators },
  expression: { ...expressions, ...ours },
} as Parameters<typeof Context.init>[0]);
// Given plain options mingo copies its operator table at every call: this takes the object it made of them and keeps that.
evalExpr({}, { $capture: 1 }, { context, scriptEnabled: false } as Options);
type Captured = Options & { constructor: { init(options: Options): Captured }; update(locals: Doc): Captured };
const shared = captured as unknown as Captured;

/** Evaluates an expression against a document; `undefined` where a field is missing. */
export function evaluate(doc: Doc, expression: unknown, variables: Doc = {}): unknown {
  if (typeof expression === 'string' && !expression.startsWith('$')) return expression;
  try {
    return evalExpr(doc, expression, shared.constructor.init(shared).update({ root: doc, variables }));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(16020, error instanceof Error ? error.message : String(error));
  }
}

export function truthy(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== false && !(rankOf(value) === RANK.number && numeric(value) == 0)
  );
}

/** Numbers as JavaScript's own, the way mingo computes. Integers beyond 2^53 would lose digits and are refused. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isDoc(value)) {
    for (const key of Object.keys(value)) setField(value, key, plain(value[key]));
    return value;
  }
  if (value instanceof Double || value instanceof Int32) return value.value;
  if (value instanceof Long && !(value instanceof Timestamp))
    return numeric(value) === value.toNumber() ? value.toNumber() : value;
  return value;
}

/** Refuses what would run code, wherever it hides in a pipeline. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) expression.forEach(checkExpression);
  if (!isDoc(expression)) return;
  for (const [key, value] of Object.entries(expression)) {
    if (REFUSED.includes(key)) throw refuse(key);
    checkExpression(value);
  }
}
