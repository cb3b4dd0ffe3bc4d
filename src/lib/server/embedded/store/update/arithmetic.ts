/** `$inc` and `$mul`: integers stay integers, of 64 bits where 32 are too few. */
import { Double, Long } from 'bson';
import { CommandError, refuse } from '../command-error';
import { typeName } from '../query/types';
import { RANK, numeric, rankOf } from '../values/compare';
import { field, type Doc } from '../values/document';

export function add(value: unknown, operand: unknown, path: string, doc: Doc): unknown {
  if (value === undefined) return operand;
  check('$inc', value, path, doc);
  return combine(
    value,
    operand,
    (a, b) => a + b,
    (a, b) => a + b,
  );
}

export function multiply(value: unknown, operand: unknown, path: string, doc: Doc): unknown {
  check('$mul', value ?? 0, path, doc);
  return combine(
    value ?? 0,
    operand,
    (a, b) => a * b,
    (a, b) => a * b,
  );
}

function check(operator: string, value: unknown, path: string, doc: Doc): void {
  if (rankOf(value) === RANK.number) return;
  const id = String(field(doc, '_id'));
  throw new CommandError(
    14,
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${id}} has the field '${path}' of non-numeric type ${typeName(value)}`,
  );
}

function combine(
  a: unknown,
  b: unknown,
  doubles: (a: number, b: number) => number,
  integers: (a: bigint, b: bigint) => bigint,
): unknown {
  const types = [typeName(a), typeName(b)];
  if (types.includes('decimal')) throw refuse('arithmetic with decimals');
  if (types.includes('double')) return new Double(doubles(Number(numeric(a)), Number(numeric(b))));
  const result = integers(BigInt(numeric(a)), BigInt(numeric(b)));
  if (BigInt.asIntN(64, result) !== result)
    throw new CommandError(2, 'Failed to apply an update: the result is beyond 64 bits');
  return types.includes('long') || BigInt.asIntN(32, result) !== result ? Long.fromBigInt(result) : Number(result);
}
