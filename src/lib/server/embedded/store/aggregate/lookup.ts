/** `$lookup`: documents of another collection, found by a field, by a pipeline, or by both. */
import { CommandError } from '../command-error';
import { isDoc, type Doc } from '../values/document';
import { someValue } from '../values/paths';
import { evaluate } from './expressions';
import { checkPipeline, run, type Scope } from './pipeline';
import { setComputed } from '../query/project';

export function* lookup(docs: Iterable<Doc>, spec: Doc, scope: Scope): Generator<Doc> {
  const { from, localField, foreignField, as } = spec;
  const pipeline = spec.pipeline === undefined ? [] : checkPipeline(spec.pipeline);
  if (typeof from !== 'string' || typeof as !== 'string')
    throw new CommandError(9, "$lookup needs strings for 'from' and 'as'");
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byField && spec.pipeline === undefined)
    throw new CommandError(9, '$lookup requires localField and foreignField, or a pipeline');
  const parts = byField ? localField.split('.') : [];
  // Leading matches go into the query, so that an index can serve them.
  const [first] = pipeline;
  const filters = first && isDoc(first.$match) ? [first.$match] : [];
  const rest = pipeline.slice(filters.length);
  for (const doc of docs) {
    const variables = { ...scope.variables, ...variablesOf(spec.let, doc, scope) };
    const conditions = byField ? [{ [foreignField]: { $in: localValues(doc, parts) } }, ...filters] : filters;
    const filter =
      conditions.length === 1 && conditions[0] ? conditions[0] : conditions.length > 0 ? { $and: conditions } : {};
    const inner = { ...scope, variables };
    const next = { ...doc };
    setComputed(next, as.split('.'), [...run(scope.from(from, filter, variables), rest, inner)]);
    yield next;
  }
}

function variablesOf(spec: unknown, doc: Doc, { variables }: Scope): Doc {
  if (!isDoc(spec)) return {};
  return Object.fromEntries(
    Object.entries(spec).map(([name, expression]) => [name, evaluate(doc, expression, variables) ?? null]),
  );
}

/** A missing field looks up null, an array each of its elements. */
function localValues(doc: Doc, parts: string[]): unknown[] {
  const values: unknown[] = [];
  someValue(doc, parts, false, (value) => {
    if (Array.isArray(value)) values.push(...value);
    else values.push(value ?? null);
    return false;
  });
  return values;
}
