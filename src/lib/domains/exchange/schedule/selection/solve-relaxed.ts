/** The linear programme of a large selection, solved on few columns: others join only if they could add value. Pure. */
import type { Solve } from '../linear-model';
import { buildSelection, type BuiltSelection, type Elastic, type Selection } from './selection-model';

export interface Relaxed {
  /** One number for each pair, from 0 to 1. */
  x: Float64Array;
  value: number;
  /** What each pair would add, beyond what it takes from others. */
  gain: Float64Array;
}

/** Partners each organisation starts with, beyond the meetings it can have. */
const SPARE = 6;
const EPSILON = 1e-9;
/** Columns this close to adding something join with those that do, so that few turns are needed. */
const NEAR = 0.02;

/**
 * Exactly the optimum of the whole programme: at the end the prices of the rows show that no column left out would add
 * anything (column generation). `inside` says which pairs take part, and grows. Null when these do not meet the floors.
 */
export function solveRelaxed(
  selection: Selection,
  solve: Solve,
  inside: Uint8Array,
  elastic?: Elastic,
): (Relaxed & { built: BuiltSelection; columns: Float64Array }) | null {
  const { pairs, bonus } = selection;
  const worth = (at: number) => (elastic ? 0 : (pairs[at]?.score ?? 0) + (bonus?.[at] ?? 0));
  for (;;) {
    const columns = [...pairs.keys()].filter((at) => inside[at] === 1);
    const part = {
      ...selection,
      pairs: columns.flatMap((at) => pairs[at] ?? []),
      ...(bonus && { bonus: Float64Array.from(columns, (at) => bonus[at] ?? 0) }),
    };
    const built = buildSelection(part, false, elastic);
    const answer = solve(built.model);
    if (answer.status === 'infeasible') return null;
    const gain = gains(selection, built, answer.rowDual, worth);
    if (gain.some((more, at) => inside[at] === 0 && more > EPSILON)) {
      for (const [at, more] of gain.entries()) if (more > -NEAR) inside[at] = 1;
      continue;
    }
    const x = new Float64Array(pairs.length);
    for (const [column, at] of columns.entries()) x[at] = answer.x[column] ?? 0;
    return { x, value: answer.value, gain, built, columns: answer.x };
  }
}

/** The best partners of each organisation, and every must. */
export function firstColumns(selection: Selection): Uint8Array {
  const { pairs, calendars, bonus } = selection;
  const worth = (at: number) => (pairs[at]?.score ?? 0) + (bonus?.[at] ?? 0);
  const room = new Float64Array(selection.organisations);
  for (const { capacity, organisations } of calendars)
    for (const one of organisations) room[one] = (room[one] ?? 0) + capacity;
  const order = [...pairs.keys()].sort((x, y) => worth(y) - worth(x) || x - y);
  const taken = new Int32Array(selection.organisations);
  const inside = new Uint8Array(pairs.length);
  for (const at of order) {
    const pair = pairs[at];
    if (pair === undefined) continue;
    const wanted = [pair.a, pair.b].some((one) => (taken[one] ?? 0) < (room[one] ?? 0) + SPARE);
    if (!wanted && !pair.must) continue;
    inside[at] = 1;
    for (const one of [pair.a, pair.b]) taken[one] = (taken[one] ?? 0) + 1;
  }
  return inside;
}

function gains(
  { pairs, goodScore }: Selection,
  { rows, goodRows, totalRow }: BuiltSelection,
  rowDual: Float64Array,
  worth: (at: number) => number,
): Float64Array {
  const price = (list: number[][]) =>
    Float64Array.from(list, (own) => own.reduce((sum, row) => sum + (rowDual[row] ?? 0), 0));
  const [usual, good] = [price(rows), price(goodRows)];
  const total = totalRow === -1 ? 0 : (rowDual[totalRow] ?? 0);
  return Float64Array.from(pairs, ({ a, b, score }, at) => {
    const goodPrice = score >= goodScore ? (good[a] ?? 0) + (good[b] ?? 0) : 0;
    return worth(at) - (usual[a] ?? 0) - (usual[b] ?? 0) - goodPrice - total;
  });
}
