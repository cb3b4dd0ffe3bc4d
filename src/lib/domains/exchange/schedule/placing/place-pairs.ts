/** Puts chosen pairs into rounds: the hardest first, then evens the tables out. Pure. */
import type { Prepared } from '../prepared';
import type { Board, Seat } from './board';
import { insert, level } from './chains';
import { insertByFan } from './vizing';

/** Worth of a seat when something has to give way: a must never does for anything else. */
export function worthOf(prepared: Prepared, { pair }: Seat): number {
  const candidate = prepared.candidates[pair];
  return candidate === undefined ? 0 : candidate.score + (candidate.must ? 1000 : 0);
}

/** Where pairs were in an earlier schedule, by position in the list of candidates. */
export type EarlierRounds = ReadonlyMap<number, number>;

export function placePairs(
  prepared: Prepared,
  board: Board,
  seats: readonly Seat[],
  earlier: EarlierRounds = new Map(),
): void {
  const worth = (number: number) => worthOf(prepared, board.seat(number));
  const common = (number: number) => {
    let rounds = 0;
    for (let round = 0; round < prepared.rounds; round++) if (board.allowed(number, round)) rounds++;
    return rounds;
  };
  const numbers = seats.map((seat) => board.add(seat));
  const scarce = new Map(numbers.map((number) => [number, common(number)]));
  const isMust = (number: number) => prepared.candidates[board.seat(number).pair]?.must === true;
  const order = numbers.sort(
    (x, y) =>
      Number(isMust(y)) - Number(isMust(x)) ||
      (scarce.get(x) ?? 0) - (scarce.get(y) ?? 0) ||
      worth(y) - worth(x) ||
      x - y,
  );
  for (const number of order) {
    const round = earlier.get(board.seat(number).pair);
    if (round !== undefined && board.fits(number, round) && board.load(round) < prepared.tables)
      board.place(number, round);
  }
  const parallel = hasParallel(seats);
  for (const number of order) {
    if (board.roundOf(number) !== -1 || insert(board, number)) continue;
    if (!prepared.windows && !parallel && insertByFan(board, number)) continue;
    if (insertWithOthers(prepared, board, number)) continue;
    if (isMust(number)) evict(board, number, worth);
  }
  level(board, prepared.tables, worth);
}

/** Two people who would meet twice, for different organisations: fans do not hold for those. */
function hasParallel(seats: readonly Seat[]): boolean {
  const met = new Set(seats.map(({ one, other }) => `${Math.min(one, other)} ${Math.max(one, other)}`));
  return met.size < seats.length;
}

/** Tries colleagues of the two people. */
function insertWithOthers(prepared: Prepared, board: Board, number: number): boolean {
  const seat = board.seat(number);
  const pair = prepared.candidates[seat.pair];
  if (pair === undefined) return false;
  const { one: usualOne, other: usualOther } = seat;
  for (const one of prepared.delegatesOf[pair.a] ?? [])
    for (const other of prepared.delegatesOf[pair.b] ?? []) {
      if (one === other || (one === usualOne && other === usualOther)) continue;
      Object.assign(seat, { one, other });
      if (insert(board, number)) return true;
    }
  Object.assign(seat, { one: usualOne, other: usualOther });
  return false;
}

/** Makes room for a must where the least is lost, never at the cost of another must; what gave way looks for a new place. */
function evict(board: Board, number: number, worth: (number: number) => number): void {
  const { one, other } = board.seat(number);
  let best = { cost: 1000, round: -1, leaving: [] as number[] };
  for (let round = 0; round < board.rounds; round++) {
    if (!board.allowed(number, round)) continue;
    const leaving = [...new Set([board.at(one, round), board.at(other, round)])].filter((seat) => seat !== -1);
    const cost = leaving.reduce((sum, seat) => sum + worth(seat), 0);
    if (cost < best.cost) best = { cost, round, leaving };
  }
  if (best.round === -1) return;
  for (const seat of best.leaving) board.remove(seat);
  board.place(number, best.round);
  for (const seat of best.leaving) insert(board, seat);
}
