/** aggregate: the beginning of the pipeline becomes a query, the rest runs on what it finds. */
import { plain } from '../aggregate/expressions';
import { checkPipeline, run, type Scope } from '../aggregate/pipeline';
import { CommandError, refuse } from '../command-error';
import { read, toSort, type Query } from '../query/read';
import { encodeDoc } from '../storage/documents';
import { RANK, numeric, rankOf } from '../values/compare';
import { decode } from '../values/decode';
import { isDoc, type Doc } from '../values/document';
import { checkOptions, countOf, docOf, namespace, type Command, type Store } from './context';
import { countMatching } from './find';

export const aggregate: Command = (store, request) => {
  const { command, database } = request;
  checkOptions(command);
  if (command.explain) throw refuse('explain of aggregations');
  if (typeof command.aggregate !== 'string') throw refuse('aggregations on a whole database');
  if (!isDoc(command.cursor))
    throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const ns = namespace(request, 'aggregate');
  const pipeline = checkPipeline(command.pipeline);
  const { batchSize } = docOf(command.cursor, 'cursor');
  const size = batchSize === undefined ? undefined : countOf(batchSize, 'batchSize');
  return store.cursors.first(rowsOf(store, database, ns, pipeline, command.hint), ns, size);
};

function* rowsOf(store: Store, database: string, ns: string, pipeline: Doc[], hint: unknown): Generator<Buffer> {
  const { query, rest } = split(pipeline, hint);
  const counted = countStage(store, ns, query, rest);
  const found = read(store.engine, store.catalog.find(ns), query);
  if (!counted && rest.length === 0) {
    for (const { bytes } of found) yield bytes;
    return;
  }
  const scope: Scope = {
    variables: {},
    from: (name, filter, variables) =>
      documents(read(store.engine, store.catalog.find(`${database}.${name}`), { filter, variables })),
  };
  const docs = counted ? run(counted, rest.slice(1), scope) : run(documents(found), rest, scope);
  for (const doc of docs) yield encodeDoc(doc);
}

function* documents(found: Iterable<{ bytes: Buffer }>): Generator<Doc> {
  for (const { bytes } of found) yield plain(decode(bytes)) as Doc;
}

/** Takes leading stages, in the order in which a query applies them. */
function split(pipeline: Doc[], hint: unknown): { query: Query; rest: Doc[] } {
  const query: Query = { filter: {}, hint };
  const filters: Doc[] = [];
  let at = 0;
  for (; isDoc(pipeline[at]?.$match); at++) filters.push(pipeline[at]?.$match as Doc);
  query.filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  if (isDoc(pipeline[at]?.$sort)) query.sort = toSort(pipeline[at++]?.$sort);
  if (pipeline[at]?.$skip !== undefined) query.skip = countOf(pipeline[at++]?.$skip, '$skip');
  const limit = pipeline[at]?.$limit;
  if (rankOf(limit) === RANK.number && Number(numeric(limit)) > 0) {
    query.limit = countOf(limit, '$limit');
    at++;
  }
  return { query, rest: pipeline.slice(at) };
}

/** countDocuments groups everything under a constant to sum ones: keys of an index may tell as much. */
function countStage(store: Store, ns: string, query: Query, [first]: Doc[]): Doc[] | null {
  const spec = first?.$group;
  if (!isDoc(spec) || spec._id === undefined || (spec._id !== null && rankOf(spec._id) !== RANK.number)) return null;
  const fields = Object.entries(spec).filter(([name]) => name !== '_id');
  if (!fields.every(([, value]) => isDoc(value) && Object.keys(value).length === 1 && value.$sum === 1)) return null;
  const n = countMatching(store, ns, query.filter, query.skip, query.limit, query.hint);
  return n === 0 ? [] : [{ _id: spec._id, ...Object.fromEntries(fields.map(([name]) => [name, n])) }];
}
