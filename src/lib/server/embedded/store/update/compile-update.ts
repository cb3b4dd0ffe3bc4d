/** An update, checked as a whole before it touches any document. */
import { CommandError } from '../command-error';
import { compile, type Matcher } from '../query/match';
import { RANK, numeric, rankOf } from '../values/compare';
import { isDoc, type Doc } from '../values/document';

export interface Change {
  operator: string;
  path: string;
  parts: string[];
  operand: unknown;
}

export type Update =
  | { kind: 'replace'; replacement: Doc }
  | { kind: 'pipeline'; stages: Doc[] }
  | { kind: 'change'; changes: Change[]; elements: Map<string, Matcher> };

const OPERATORS = new Set(
  '$set $unset $inc $mul $min $max $push $pull $pullAll $addToSet $pop $rename $setOnInsert $currentDate'.split(' '),
);

export function compileUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) return { kind: 'pipeline', stages: update as Doc[] };
  if (!isDoc(update)) throw new CommandError(9, 'Update argument must be either an object or an array');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) {
    const operator = names.find((name) => name.startsWith('$'));
    if (operator)
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${operator}' is not allowed in the context of an update's replacement document.`,
      );
    return { kind: 'replace', replacement: update };
  }
  const changes = names.flatMap((operator) => changesOf(operator, update[operator]));
  checkConflicts(changes);
  const elements = elementFilters(arrayFilters);
  checkElements(changes, elements);
  return { kind: 'change', changes, elements };
}

function changesOf(operator: string, operands: unknown): Change[] {
  if (!OPERATORS.has(operator)) {
    throw new CommandError(
      9,
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(operands)) {
    throw new CommandError(
      9,
      `Modifiers operate on fields but we found type ${typeof operands} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${String(operands)}}`,
    );
  }
  return Object.entries(operands).map(([path, operand]) => {
    const parts = path.split('.');
    if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
    if (parts.includes(''))
      throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
    if (parts[0]?.startsWith('$'))
      throw new CommandError(2, `Cannot have array filter or positional operator at the beginning of '${path}'`);
    checkOperand(operator, path, operand);
    return { operator, path, parts, operand };
  });
}

function checkOperand(operator: string, path: string, operand: unknown): void {
  const isNumber = rankOf(operand) === RANK.number;
  if ((operator === '$inc' || operator === '$mul') && !isNumber) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw new CommandError(14, `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
  }
  if (operator === '$pop' && !(isNumber && Math.abs(Number(numeric(operand))) === 1)) {
    throw new CommandError(9, `$pop expects 1 or -1, found: ${JSON.stringify(operand)}`);
  }
  if (operator === '$pullAll' && !Array.isArray(operand))
    throw new CommandError(2, '$pullAll requires an array argument');
  if (operator === '$rename' && (typeof operand !== 'string' || operand === '' || operand === path)) {
    throw new CommandError(2, `The 'to' field for $rename must be another name: ${path}`);
  }
  if (
    operator === '$currentDate' &&
    typeof operand !== 'boolean' &&
    !(isDoc(operand) && (operand.$type === 'date' || operand.$type === 'timestamp'))
  ) {
    throw new CommandError(
      2,
      `$currentDate expects a boolean or { $type: 'date' } or { $type: 'timestamp' } for '${path}'`,
    );
  }
  if (operator === '$push' || operator === '$addToSet') checkEach(operator, operand);
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

function checkEach(operator: string, operand: unknown): void {
  if (!isDoc(operand)) return;
  const names = Object.keys(operand);
  if (!names.includes('$each')) {
    if (names.some((name) => MODIFIERS.has(name)))
      throw new CommandError(2, `The $each clause is missing in ${operator}`);
    return;
  }
  if (!Array.isArray(operand.$each))
    throw new CommandError(operator === '$push' ? 2 : 14, `The argument to $each in ${operator} must be an array`);
  const unknown = names.find((name) => (operator === '$push' ? !MODIFIERS.has(name) : name !== '$each'));
  if (unknown) throw new CommandError(2, `Unrecognized clause in ${operator}: ${unknown}`);
  for (const name of ['$position', '$slice']) {
    const value = operand[name];
    if (value !== undefined && !(rankOf(value) === RANK.number && Number.isInteger(Number(numeric(value))))) {
      throw new CommandError(2, `The value for ${name} must be an integer`);
    }
  }
  const { $sort: sort } = operand;
  const direction = (value: unknown): boolean =>
    rankOf(value) === RANK.number && Math.abs(Number(numeric(value))) === 1;
  if (sort !== undefined && !(isDoc(sort) ? Object.values(sort).every(direction) : direction(sort))) {
    throw new CommandError(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
}

function checkConflicts(changes: Change[]): void {
  const paths = changes.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  );
  paths.sort();
  paths.forEach((path, i) => {
    for (const other of paths.slice(i + 1)) {
      if (other === path || other.startsWith(`${path}.`)) {
        throw new CommandError(40, `Updating the path '${other}' would create a conflict at '${path}'`);
      }
    }
  });
}

function elementFilters(arrayFilters: unknown): Map<string, Matcher> {
  const elements = new Map<string, Matcher>();
  for (const filter of Array.isArray(arrayFilters) ? arrayFilters : []) {
    if (!isDoc(filter)) throw new CommandError(14, 'each array filter must be an object');
    const names = new Set(pathsIn(filter).map((path) => path.split('.')[0] ?? ''));
    const [name] = names;
    if (name === undefined || names.size !== 1 || !/^[a-z]\w*$/.test(name)) {
      throw new CommandError(
        9,
        'Error parsing array filter: expected a single top-level field name that begins with a lowercase letter',
      );
    }
    if (elements.has(name))
      throw new CommandError(9, `Found multiple array filters with the same top-level field name ${name}`);
    elements.set(name, compile(filter));
  }
  return elements;
}

function pathsIn(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') && Array.isArray(value)
      ? value.flatMap((branch) => (isDoc(branch) ? pathsIn(branch) : []))
      : [key],
  );
}

function checkElements(changes: Change[], elements: Map<string, Matcher>): void {
  const used = new Set<string>();
  for (const { path, parts } of changes) {
    for (const part of parts) {
      const name = /^\$\[(.+)\]$/.exec(part)?.[1];
      if (name === undefined) continue;
      if (!elements.has(name))
        throw new CommandError(2, `No array filter found for identifier '${name}' in path '${path}'`);
      used.add(name);
    }
  }
  for (const name of elements.keys()) {
    if (!used.has(name))
      throw new CommandError(9, `The array filter for identifier '${name}' was not used in the update`);
  }
}
