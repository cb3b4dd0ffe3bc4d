/** Runs a query: the best plan, the filter, the order, skip and limit. */
import { CommandError } from '../command-error';
import type { Collection } from '../storage/catalog';
import type { StoredDoc } from '../storage/documents';
import type { Engine } from '../storage/engine';
import { numeric } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { compareSortValues, sortValues, type SortField } from '../values/paths';
import { analyse } from './intervals';
import { compile } from './match';
import { candidates, type Plan } from './plan';
import { scan } from './scan';

export interface Query {
  filter: Doc;
  sort?: SortField[];
  skip?: number;
  limit?: number;
  hint?: unknown;
  variables?: Doc;
}

/** Plans are compared by the keys they would read, counted up to here. */
const COUNTED = 200;

export function toSort(spec: unknown): SortField[] {
  if (spec === undefined || spec === null) return [];
  if (!isDoc(spec)) throw new CommandError(14, "Expected field 'sort' to be of type object");
  return Object.entries(spec).map(([path, direction]) => {
    const sign = typeof direction === 'object' ? Number(numeric(direction)) : Number(direction);
    if (sign !== 1 && sign !== -1)
      throw new CommandError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { parts: (path === '$natural' ? '_id' : path).split('.'), direction: sign };
  });
}

export function* read(engine: Engine, collection: Collection | null, query: Query): Generator<StoredDoc> {
  const { filter, sort = [], skip = 0, limit = 0, variables } = query;
  const matches = compile(filter, variables);
  if (!collection) return;
  const plans = choosePlans(engine, collection, query);
  const only = plans.length === 1 ? plans[0] : undefined;
  let documents = matching(engine, collection, plans, matches);
  if (sort.length > 0 && !only?.sorted) documents = sorted(documents, sort, limit > 0 ? skip + limit : 0);
  if (skip === 0 && limit === 0) return yield* documents;
  let at = 0;
  for (const stored of documents) {
    if (at++ < skip) continue;
    yield stored;
    if (limit > 0 && at >= skip + limit) return;
  }
}

function* matching(
  engine: Engine,
  collection: Collection,
  plans: Plan[],
  matches: (doc: Doc) => boolean,
): Generator<StoredDoc> {
  const seen = plans.length > 1 ? new Set<string>() : null;
  for (const plan of plans) {
    for (const stored of scan(engine, collection, plan)) {
      if (!(plan.exact && stored.fresh && !seen) && !matches(stored.doc)) continue;
      const name = seen?.size !== undefined ? stored.key.toString('latin1') : '';
      if (seen?.has(name)) continue;
      seen?.add(name);
      yield stored;
    }
  }
}

/** One plan, or one for each alternative of an `$or` when all of them have an index. */
export function choosePlans(
  engine: Engine,
  collection: Collection,
  { filter, sort = [], skip = 0, limit = 0, hint }: Query,
): Plan[] {
  const plan = best(engine, candidates(collection, filter, sort, hint), limit > 0 ? skip + limit : 0);
  if (plan.bounded > 0 || (plan.sorted && sort.length > 0 && limit > 0) || hint !== undefined) return [plan];
  const { alternatives } = analyse(filter);
  const branches = (alternatives ?? []).map((branch) => best(engine, candidates(collection, branch, [], undefined), 0));
  return branches.length > 0 && branches.every(({ bounded }) => bounded > 0) ? branches : [plan];
}

/** By merit, unless counting their keys shows that another reads far less. */
function best(engine: Engine, plans: Plan[], wanted: number): Plan {
  const [first, ...others] = plans;
  if (!first) throw new CommandError(2, 'no plan');
  const rivals = others.filter((plan) => plan.bounded > 0);
  if (first.score >= 1000 || rivals.length === 0) return first;
  const costs = [first, ...rivals].map((plan) => {
    const keys = plan.bounded > 0 ? countKeys(engine, plan, COUNTED) : COUNTED;
    return { plan, cost: plan.sorted && plan.exact && wanted > 0 ? Math.min(keys, wanted) : keys };
  });
  // All that reach the limit are alike: of equal ones the first, which has most merit, is kept.
  return costs.reduce((a, b) => (b.cost < a.cost ? b : a)).plan;
}

export function countKeys(engine: Engine, plan: Plan, most: number): number {
  let count = 0;
  for (const { start, end } of plan.ranges) {
    const table = plan.index ? engine.entries : engine.docs;
    // The library counts natively, but knows no limit.
    count +=
      most === Infinity
        ? table.getKeysCount({ start, end })
        : Array.from(table.getKeys({ start, end, limit: most - count })).length;
    if (count >= most) break;
  }
  return count;
}

/** Sorted in memory. With a limit the rest is thrown away from time to time. */
function* sorted(documents: Iterable<StoredDoc>, fields: SortField[], keep: number): Generator<StoredDoc> {
  let rows: { stored: StoredDoc; by: unknown[] }[] = [];
  const most = keep > 0 ? Math.max(keep * 2, 1000) : Infinity;
  const order = (): void => {
    rows.sort((a, b) => compareSortValues(a.by, b.by, fields));
  };
  for (const stored of documents) {
    rows.push({ stored: stored.light(), by: sortValues(stored.doc, fields) });
    if (rows.length < most) continue;
    order();
    rows = rows.slice(0, keep);
  }
  order();
  for (const { stored } of rows) yield stored;
}
