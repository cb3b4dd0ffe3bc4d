/** Pairs one round anew, as well as it can be with the other rounds as they are; musts and floors weigh more than value. */
import type { Prepared } from '../prepared';
import { bestMatching, type Edge } from './best-matching';
import type { Board, Seat } from './board';

/** What a floor still misses is worth more than any score, and a must more than any floor. */
const WORTH = { must: 1000, meetings: 20, good: 5 };

export interface Floors {
  meetings: readonly number[];
  good: readonly number[];
}

/** Who may still be paired in a round: everyone present when a schedule is made, only idle people on the day. */
export type Available = (delegate: number, round: number) => boolean;

export interface Rematch {
  prepared: Prepared;
  board: Board;
  floors: Floors;
  available: Available;
  /** Seats of the round that stay as they are. */
  stays?: (number: number) => boolean;
}

/**
 * True when the round got better. Exact on two sides. In a general graph people are split into two groups, differently in
 * each pass, with the two of every meeting apart: so it is never worse than before.
 */
export function rematch(task: Rematch, round: number, pass = 0): boolean {
  const { prepared, board, available } = task;
  const stays = task.stays ?? (() => false);
  const inRound = board.inRound(round);
  const leaving = inRound.filter((number) => !stays(number));
  const goes = new Set(leaving);
  const weigh = weigher(task, round, inRound);
  const free = (delegate: number) =>
    available(delegate, round) && (board.at(delegate, round) === -1 || goes.has(board.at(delegate, round)));
  const people = prepared.delegates.flatMap((_, delegate) => (free(delegate) ? [delegate] : []));
  const places = prepared.tables - (inRound.length - leaving.length);
  if (people.length < 2 || places <= 0) return false;
  const left = splitPeople(task, leaving, people, round + 7 * pass);
  const seats = openSeats(task, leaving, new Set(people), left);
  const edges = seats.map(({ one, other, pair }): Edge => ({ left: one, right: other, worth: weigh(pair) }));
  const { length } = prepared.delegates;
  const met = new Set<number>();
  const picked = bestMatching(length, length, edges, places).flatMap((at) => {
    const seat = seats[at];
    if (seat === undefined || met.has(seat.pair)) return [];
    met.add(seat.pair);
    return [seat];
  });
  const before = leaving.reduce((sum, number) => sum + weigh(board.seat(number).pair), 0);
  const after = picked.reduce((sum, { pair }) => sum + weigh(pair), 0);
  if (after <= before + 1e-9) return false;
  for (const number of leaving) board.remove(number);
  for (const { pair, one, other } of picked) board.place(board.add(ordered(prepared, { pair, one, other })), round);
  return true;
}

/** `one` speaks for the pair's `a`. */
function ordered({ candidates, organisationsOf }: Prepared, { pair, one, other }: Seat): Seat {
  const { a = -1, b = -1 } = candidates[pair] ?? {};
  const straight = organisationsOf[one]?.includes(a) && organisationsOf[other]?.includes(b);
  return straight ? { pair, one, other } : { pair, one: other, other: one };
}

function splitPeople(
  { prepared, board }: Rematch,
  leaving: readonly number[],
  people: readonly number[],
  turn: number,
): (delegate: number) => boolean {
  if (prepared.twoSided) {
    const first = new Set(prepared.candidates.map(({ a }) => a));
    return (delegate) => prepared.organisationsOf[delegate]?.some((one) => first.has(one)) === true;
  }
  const side = new Map<number, boolean>();
  const coin = (person: number) =>
    ((Math.imul(person + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b)) >>> 15) % 2 === 0;
  for (const number of leaving) {
    const { one, other } = board.seat(number);
    side.set(one, coin(one));
    side.set(other, !coin(one));
  }
  for (const person of people) if (!side.has(person)) side.set(person, coin(person));
  return (delegate) => side.get(delegate) === true;
}

/** For each two free people, one of each group, the pairs they could sit for that do not meet in another round. */
function openSeats(
  { prepared, board }: Rematch,
  leaving: readonly number[],
  free: ReadonlySet<number>,
  left: (delegate: number) => boolean,
): Seat[] {
  const elsewhere = new Set(board.placed().map((number) => board.seat(number).pair));
  for (const number of leaving) elsewhere.delete(board.seat(number).pair);
  const seats: Seat[] = [];
  for (const [pair, { a, b, score, must }] of prepared.candidates.entries()) {
    // Without a score there is nothing to gain: such pairs only stand here because they were announced.
    if (elsewhere.has(pair) || (score <= 0 && !must)) continue;
    for (const one of prepared.delegatesOf[a] ?? []) {
      if (!free.has(one)) continue;
      for (const other of prepared.delegatesOf[b] ?? []) {
        if (one === other || !free.has(other) || left(one) === left(other)) continue;
        seats.push(left(one) ? { pair, one, other } : { pair, one: other, other: one });
      }
    }
  }
  return seats;
}

/** The worth of a pair in this round, given what everyone has in the others. */
function weigher({ prepared, board, floors }: Rematch, round: number, inRound: readonly number[]) {
  const meetings = new Array<number>(prepared.organisations.length).fill(0);
  const good = new Array<number>(prepared.organisations.length).fill(0);
  const here = new Set(inRound);
  for (const number of board.placed()) {
    if (here.has(number)) continue;
    const pair = prepared.candidates[board.seat(number).pair];
    if (pair === undefined) continue;
    for (const one of [pair.a, pair.b]) {
      meetings[one] = (meetings[one] ?? 0) + 1;
      if (pair.score >= prepared.goodScore) good[one] = (good[one] ?? 0) + 1;
    }
  }
  const misses = (floor: readonly number[], has: readonly number[], one: number) =>
    (has[one] ?? 0) < (floor[one] ?? 0) ? 1 : 0;
  return (at: number): number => {
    const pair = prepared.candidates[at];
    if (pair === undefined) return 0;
    const { a, b, score, must } = pair;
    const ends = misses(floors.meetings, meetings, a) + misses(floors.meetings, meetings, b);
    const goodEnds = score >= prepared.goodScore ? misses(floors.good, good, a) + misses(floors.good, good, b) : 0;
    return score + (must ? WORTH.must : 0) + WORTH.meetings * ends + WORTH.good * goodEnds;
  };
}
