/** Chooses the pairs of greatest value that fit the calendars, with the floors as high as they can be. */
import type { Solve } from '../linear-model';
import { firstColumns, solveRelaxed, type Relaxed } from './solve-relaxed';
import { buildSelection, type Selection } from './selection-model';

export interface Choice {
  /** Positions in `pairs`. */
  chosen: number[];
  /** What no choice can exceed. */
  bound: number;
  /** The floors that held, for each organisation. */
  meetings: number[];
  good: number[];
}

const EPSILON = 1e-6;
/** Branches for what the linear programme leaves in halves; there are few such pairs. */
const NODES = 300;
/** A pair whose value would have to change by more than this stays as the linear programme has it. */
const OPEN = 0.03;
/** In whole numbers a floor is worth more than any meeting, and three meetings more than good ones. */
const SHORT = { meetings: 100, good: 10, withScores: true };

export function choosePairs(selection: Selection, solve: Solve): Choice {
  const inside = firstColumns(selection);
  let floors = { meetings: [...selection.meetings], good: [...selection.good] };
  let answer = solveRelaxed(selection, solve, inside);
  if (answer === null) {
    floors = lowerFloors(selection, solve, inside);
    answer = solveRelaxed({ ...selection, ...floors }, solve, inside);
  }
  if (answer === null) throw new Error('the wishes that must be met do not fit the calendars');
  const chosen = { ...selection, ...floors };
  const plain = selection.bonus ? solveRelaxed(withoutBonus(chosen), solve, inside) : answer;
  return { chosen: wholePairs(chosen, answer, solve), bound: plain?.value ?? Infinity, ...floors };
}

function withoutBonus({ bonus: _bonus, ...selection }: Selection): Selection {
  return selection;
}

/** First as few good meetings as needed are given up, meetings only where that does not help; often nothing is. */
function lowerFloors(selection: Selection, solve: Solve, inside: Uint8Array): { meetings: number[]; good: number[] } {
  const lot = 1 + selection.good.reduce((sum, wanted) => sum + wanted, 0);
  const answer = solveRelaxed(selection, solve, inside, { meetings: lot, good: 1, withScores: false });
  if (answer === null) throw new Error('the wishes that must be met do not fit the calendars');
  const { shortOfMeetings, shortOfGood } = answer.built;
  const lower = (wanted: number, column: number | undefined) =>
    column === undefined || column < 0
      ? wanted
      : Math.max(0, Math.floor(wanted - (answer.columns[column] ?? 0) + EPSILON));
  return {
    meetings: selection.meetings.map((wanted, one) => lower(wanted, shortOfMeetings[one])),
    good: selection.good.map((wanted, one) => lower(wanted, shortOfGood[one])),
  };
}

/** On two sides the answer is whole already. In a general graph odd circles leave halves: those few are branched on. */
function wholePairs(selection: Selection, { x, gain }: Relaxed, solve: Solve): number[] {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < EPSILON;
  let answer = x;
  if (!x.every(isWhole)) {
    const open = [...selection.pairs.keys()].filter(
      (at) => !isWhole(x[at] ?? 0) || (x[at] ?? 0) > 0.5 || Math.abs(gain[at] ?? 0) < OPEN,
    );
    const fixed = Int8Array.from(open, (at) =>
      isWhole(x[at] ?? 0) && Math.abs(gain[at] ?? 0) > OPEN ? Math.round(x[at] ?? 0) : -1,
    );
    const pairs = open.flatMap((at) => selection.pairs[at] ?? []);
    const bonus = selection.bonus && Float64Array.from(open, (at) => selection.bonus?.[at] ?? 0);
    const some = { ...selection, pairs, fixed, ...(bonus && { bonus }) };
    const found = solve(buildSelection(some, true, SHORT).model, { nodes: NODES }).x;
    // Leaving out every half is a choice too, if the branches bring none.
    answer = x.map((value) => Math.floor(value + EPSILON));
    if (found.length > 0) for (const [column, at] of open.entries()) answer[at] = found[column] ?? 0;
  }
  return [...selection.pairs.keys()].filter((at) => (answer[at] ?? 0) > 0.5);
}
