/** Which pairs meet, as a linear programme: calendars, floors and the room there is. Pure. */
import { ModelBuilder, type LinearModel } from '../linear-model';

/** Somebody's time: how many meetings fit, and for which organisations (by number). */
export interface Calendar {
  capacity: number;
  organisations: readonly number[];
}

export interface Selection {
  organisations: number;
  calendars: readonly Calendar[];
  pairs: readonly { a: number; b: number; score: number; must: boolean }[];
  /** Added to the score of each pair when choosing, never to the value. */
  bonus?: Float64Array;
  goodScore: number;
  total: number;
  /** Lower limits for each organisation. */
  meetings: readonly number[];
  good: readonly number[];
  /** Pairs that are decided already: 1 is in, 0 is out, -1 is open. */
  fixed?: Int8Array;
}

/** Falling short of a floor costs so much in `elastic`: one meeting weighs more than all good ones together. */
export interface Elastic {
  meetings: number;
  good: number;
  /** Whether the scores count beside the shortfall. */
  withScores: boolean;
}

export interface BuiltSelection {
  model: LinearModel;
  /** Columns of what is missing, by organisation; -1 where nothing can be. */
  shortOfMeetings: Int32Array;
  shortOfGood: Int32Array;
  /** Rows in which a pair stands because of each of its organisations; `goodRows` if it is a good pair. */
  rows: number[][];
  goodRows: number[][];
  /** The row of all pairs, or -1. */
  totalRow: number;
}

/**
 * Column p is pair p. Where an organisation has one delegate of its own its row is the calendar; otherwise columns say how
 * many of its meetings each delegate takes. On two sides this is a network of flows: from calendars of one side through
 * organisations, their good pairs, to those of the other. Its matrix is totally unimodular, so corners are whole numbers.
 */
export function buildSelection(selection: Selection, whole = false, elastic?: Elastic): BuiltSelection {
  const { pairs, calendars, fixed, bonus } = selection;
  const build = new ModelBuilder();
  const scored = elastic === undefined || elastic.withScores;
  for (const [at, { score, must }] of pairs.entries()) {
    const decided = fixed?.[at] ?? -1;
    const cost = scored ? score + (bonus?.[at] ?? 0) : 0;
    build.column(cost, must || decided === 1 ? 1 : 0, decided === 0 && !must ? 0 : 1);
  }
  const all: number[][] = Array.from({ length: selection.organisations }, () => []);
  const good: number[][] = Array.from({ length: selection.organisations }, () => []);
  for (const [at, { a, b, score }] of pairs.entries()) {
    for (const one of [a, b]) {
      all[one]?.push(at);
      if (score >= selection.goodScore) good[one]?.push(at);
    }
  }
  const calendarsOf: number[][] = Array.from({ length: selection.organisations }, () => []);
  for (const [at, { organisations }] of calendars.entries())
    for (const one of organisations) calendarsOf[one]?.push(at);

  const shortOfMeetings = new Int32Array(selection.organisations).fill(-1);
  const shortOfGood = new Int32Array(selection.organisations).fill(-1);
  const taken: number[][] = calendars.map(() => []);
  const rows: number[][] = Array.from({ length: selection.organisations }, () => []);
  const goodRows: number[][] = Array.from({ length: selection.organisations }, () => []);
  for (let one = 0; one < selection.organisations; one++) {
    const columns = all[one] ?? [];
    const floor = selection.meetings[one] ?? 0;
    if (columns.length === 0 && floor === 0) continue;
    const own = calendarsOf[one] ?? [];
    const [only] = own;
    const alone = own.length === 1 && only !== undefined && calendars[only]?.organisations.length === 1;
    const capacity = alone ? (calendars[only]?.capacity ?? 0) : Infinity;
    if (!alone) {
      const shares = own.map((calendar) => {
        const column = build.column(0, 0, calendars[calendar]?.capacity ?? 0);
        taken[calendar]?.push(column);
        return column;
      });
      rows[one]?.push(build.row(0, 0, columns, shares));
    }
    if (elastic && floor > 0) {
      shortOfMeetings[one] = build.column(-elastic.meetings, 0, floor);
      rows[one]?.push(build.row(floor, Infinity, [...columns, shortOfMeetings[one] ?? 0]));
      if (capacity < columns.length) rows[one]?.push(build.row(-Infinity, capacity, columns));
    } else if (floor > 0 || capacity < columns.length) rows[one]?.push(build.row(floor, capacity, columns));
    const wanted = selection.good[one] ?? 0;
    if (wanted > 0) {
      const extra = elastic ? [(shortOfGood[one] = build.column(-elastic.good, 0, wanted))] : [];
      goodRows[one]?.push(build.row(wanted, Infinity, [...(good[one] ?? []), ...extra]));
    }
  }
  for (const [at, columns] of taken.entries())
    if (columns.length > 0) build.row(-Infinity, calendars[at]?.capacity ?? 0, columns);
  const totalRow = selection.total < pairs.length ? build.row(-Infinity, selection.total, pairs.keys()) : -1;
  return { model: build.build(whole), shortOfMeetings, shortOfGood, rows, goodRows, totalRow };
}
