/** Update operators on arrays. Each takes the present value and returns the next. */
import { BSONRegExp } from 'bson';
import { CommandError } from '../command-error';
import { elementTest, isOperators } from '../query/operators';
import { typeName } from '../query/types';
import { compare, equal, numeric } from '../values/compare';
import { cloneValue, field, isDoc, type Doc } from '../values/document';
import { compareSortValues, sortValues } from '../values/paths';

function arrayOf(value: unknown, path: string, doc: Doc): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  const id = String(field(doc, '_id'));
  throw new CommandError(
    2,
    `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${id}}`,
  );
}

export function push(value: unknown, operand: unknown, path: string, doc: Doc): unknown[] {
  const list = [...arrayOf(value, path, doc)];
  if (!isDoc(operand) || !('$each' in operand)) return [...list, cloneValue(operand)];
  const { $each, $position, $slice, $sort } = operand;
  const position = $position === undefined ? list.length : Number(numeric($position));
  // A negative position counts from the end.
  list.splice(
    position < 0 ? Math.max(0, list.length + position) : position,
    0,
    ...($each as unknown[]).map(cloneValue),
  );
  if ($sort !== undefined) sortElements(list, $sort);
  if ($slice === undefined) return list;
  const size = Number(numeric($slice));
  if (size === 0) return [];
  return size < 0 ? list.slice(size) : list.slice(0, size);
}

function sortElements(list: unknown[], by: unknown): void {
  if (!isDoc(by)) {
    const sign = Number(numeric(by));
    list.sort((a, b) => compare(a, b) * sign);
    return;
  }
  const fields = Object.entries(by).map(([path, direction]) => ({
    parts: path.split('.'),
    direction: Number(numeric(direction)) < 0 ? (-1 as const) : (1 as const),
  }));
  const values = new Map(list.map((item) => [item, sortValues(isDoc(item) ? item : {}, fields)]));
  list.sort((a, b) => compareSortValues(values.get(a) ?? [], values.get(b) ?? [], fields));
}

export function addToSet(value: unknown, operand: unknown, path: string, doc: Doc): unknown[] {
  const list = [...arrayOf(value, path, doc)];
  const items = isDoc(operand) && '$each' in operand ? (operand.$each as unknown[]) : [operand];
  for (const item of items) if (!list.some((present) => equal(present, item))) list.push(cloneValue(item));
  return list;
}

export function pull(value: unknown, operand: unknown, path: string, doc: Doc): unknown[] {
  const list = arrayOf(value, path, doc);
  if (operand instanceof BSONRegExp) return pull(list, { $regex: operand }, path, doc);
  const unwanted =
    isOperators(operand) || isDoc(operand) ? elementTest(operand) : (item: unknown) => equal(item, operand);
  return list.filter((item) => !unwanted(item));
}

export function pullAll(value: unknown, operand: unknown, path: string, doc: Doc): unknown[] {
  const unwanted = operand as unknown[];
  return arrayOf(value, path, doc).filter((item) => !unwanted.some((other) => equal(item, other)));
}

export function pop(value: unknown, operand: unknown, path: string, doc: Doc): unknown[] {
  const list = arrayOf(value, path, doc);
  return Number(numeric(operand)) < 0 ? list.slice(1) : list.slice(0, -1);
}
