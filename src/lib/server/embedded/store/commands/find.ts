/** Reading: find, count, distinct, explain. */
import { CommandError } from '../command-error';
import { project } from '../query/project';
import { choosePlans, countKeys, read, toSort, type Query } from '../query/read';
import { compile } from '../query/match';
import { encodeDoc } from '../storage/documents';
import { isDoc, type Doc } from '../values/document';
import { encodeKey } from '../values/key-encoding';
import { someValue } from '../values/paths';
import { checkOptions, countOf, docOf, namespace, type Command, type Store } from './context';

export const find: Command = (store, request) => {
  const { command } = request;
  checkOptions(command);
  const ns = namespace(request, 'find');
  const rows = findRows(store, ns, toQuery(command), docOf(command.projection, 'projection'));
  const size = command.batchSize === undefined ? undefined : countOf(command.batchSize, 'batchSize');
  return store.cursors.first(rows, ns, size, command.singleBatch === true);
};

function toQuery(command: Doc): Query {
  return {
    filter: docOf(command.filter, 'filter'),
    sort: toSort(command.sort),
    skip: countOf(command.skip, 'skip'),
    limit: countOf(command.limit, 'limit'),
    hint: command.hint,
  };
}

function* findRows({ engine, catalog }: Store, ns: string, query: Query, projection: Doc): Generator<Buffer> {
  const shape = project(projection, query.filter);
  for (const stored of read(engine, catalog.find(ns), query)) yield shape ? encodeDoc(shape(stored.doc)) : stored.bytes;
}

export const count: Command = (store, request) => {
  const { command } = request;
  checkOptions(command);
  const filter = docOf(command.query, 'query');
  const n = countMatching(
    store,
    namespace(request, 'count'),
    filter,
    countOf(command.skip, 'skip'),
    countOf(command.limit, 'limit'),
    command.hint,
  );
  return { n, ok: 1 };
};

/** Counts keys alone where the index says everything, documents otherwise. */
export function countMatching(store: Store, ns: string, filter: Doc, skip = 0, limit = 0, hint?: unknown): number {
  const { engine, catalog } = store;
  compile(filter);
  const collection = catalog.find(ns);
  if (!collection) return 0;
  const plans = choosePlans(engine, collection, { filter, hint });
  const [plan] = plans;
  let n = 0;
  if (plan && plans.length === 1 && plan.exact) n = countKeys(engine, plan, Infinity);
  else for (const stored of read(engine, collection, { filter, hint })) n += stored ? 1 : 0;
  n = Math.max(0, n - skip);
  return limit > 0 ? Math.min(n, limit) : n;
}

export const distinct: Command = ({ engine, catalog }, request) => {
  const { command } = request;
  checkOptions(command);
  if (typeof command.key !== 'string') throw new CommandError(14, "Expected field 'key' to be a string");
  const parts = command.key.split('.');
  const values = new Map<string, unknown>();
  const add = (value: unknown): boolean => {
    if (value !== undefined) values.set(encodeKey(value, Infinity).bytes.toString('latin1'), value);
    return false;
  };
  const query = { filter: docOf(command.query, 'query'), hint: command.hint };
  for (const { doc } of read(engine, catalog.find(namespace(request, 'distinct')), query)) {
    someValue(doc, parts, false, (value) => (Array.isArray(value) ? value.some(add) : add(value)));
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
};

/** Tells how a find would read, in the words of MongoDB: COLLSCAN, IXSCAN, SORT. */
export const explain: Command = ({ engine, catalog }, request) => {
  const command = docOf(request.command.explain, 'explain');
  if (!isDoc(command) || typeof command.find !== 'string')
    throw new CommandError(59, 'the embedded store explains find only');
  const collection = catalog.find(`${request.database}.${command.find}`);
  const query = toQuery(command);
  const plans = collection ? choosePlans(engine, collection, query) : [];
  const stages = plans.map(({ index, bounded, ranges }) =>
    index || bounded > 0
      ? {
          stage: 'IXSCAN',
          indexName: index?.name ?? '_id_',
          keyPattern: index?.spec.key ?? { _id: 1 },
          ranges: ranges.length,
        }
      : { stage: 'COLLSCAN' },
  );
  const access: Doc =
    stages.length === 1 && stages[0] ? stages[0] : { stage: stages.length > 0 ? 'OR' : 'EOF', inputStages: stages };
  const inMemory = (query.sort?.length ?? 0) > 0 && !(plans.length === 1 && plans[0]?.sorted);
  return { queryPlanner: { winningPlan: inMemory ? { stage: 'SORT', inputStage: access } : access }, ok: 1 };
};
