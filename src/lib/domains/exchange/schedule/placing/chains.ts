/** Gives a pair a round by letting other pairs change places along a chain of two rounds (Kempe). Pure. */
import type { Board } from './board';

/** Seats along which rounds `from` and `to` alternate, starting with what `delegate` does in `from`. */
function chain(board: Board, delegate: number, from: number, to: number): number[] | null {
  const seats: number[] = [];
  let person = delegate;
  let round = from;
  for (;;) {
    const number = board.at(person, round);
    if (number === -1) return seats;
    const next = round === from ? to : from;
    if (!board.allowed(number, next)) return null;
    // A chain that comes back to where it started is a circle: changing it frees nobody.
    if (seats[0] === number) return null;
    seats.push(number);
    const { one, other } = board.seat(number);
    person = one === person ? other : one;
    round = next;
  }
}

function exchange(board: Board, seats: readonly number[], one: number, other: number): void {
  const rounds = seats.map((number) => board.roundOf(number));
  for (const number of seats) board.remove(number);
  for (const [at, number] of seats.entries()) board.place(number, rounds[at] === one ? other : one);
}

/** Rounds from the emptiest to the fullest; the earlier first among equals. */
function byLoad(board: Board): number[] {
  return Array.from({ length: board.rounds }, (_, round) => round).sort(
    (x, y) => board.load(x) - board.load(y) || x - y,
  );
}

/**
 * Places the seat where both are free, in the emptiest such round; else where one chain makes room. On two sides with
 * everybody present the chain never reaches the other person, so this always succeeds (König).
 */
export function insert(board: Board, number: number): boolean {
  const rounds = byLoad(board);
  const common = rounds.find((round) => board.fits(number, round));
  if (common !== undefined) {
    board.place(number, common);
    return true;
  }
  const { one, other } = board.seat(number);
  for (const free of rounds) {
    if (!board.free(one, free) || !board.here(other, free)) continue;
    for (const escape of rounds) {
      if (escape === free || !board.free(other, escape)) continue;
      // `other` is taken in `free`; whoever follows moves to `escape` and back, until someone is free.
      const seats = chain(board, other, free, escape);
      if (seats === null || reaches(board, seats, one)) continue;
      exchange(board, seats, free, escape);
      board.place(number, free);
      return true;
    }
  }
  for (const free of rounds) {
    if (!board.free(other, free) || !board.here(one, free)) continue;
    for (const escape of rounds) {
      if (escape === free || !board.free(one, escape)) continue;
      const seats = chain(board, one, free, escape);
      if (seats === null || reaches(board, seats, other)) continue;
      exchange(board, seats, free, escape);
      board.place(number, free);
      return true;
    }
  }
  return false;
}

const reaches = (board: Board, seats: readonly number[], person: number) =>
  seats.some((number) => board.seat(number).one === person || board.seat(number).other === person);

/**
 * Evens the rounds out until none has more pairs than tables. Two rounds together are paths and circles of alternating
 * pairs; a path that starts and ends in the fuller one moves one pair over. Returns the seats there was no room for.
 */
export function level(board: Board, tables: number, worth: (number: number) => number): number[] {
  const dropped: number[] = [];
  for (let full = 0; full < board.rounds; full++) {
    while (board.load(full) > tables) {
      if (byLoad(board).some((round) => board.load(round) < tables && shiftOne(board, full, round))) continue;
      const least = board.inRound(full).reduce((x, y) => (worth(y) < worth(x) ? y : x));
      board.remove(least);
      dropped.push(least);
    }
  }
  return dropped;
}

function shiftOne(board: Board, full: number, other: number): boolean {
  if (full === other) return false;
  for (const number of board.inRound(full)) {
    const { one, other: partner } = board.seat(number);
    for (const end of [one, partner]) {
      if (board.at(end, other) !== -1) continue;
      const seats = chain(board, end, full, other);
      // An odd number of pairs: one more in the fuller round.
      if (seats === null || seats.length % 2 === 0) continue;
      exchange(board, seats, full, other);
      return true;
    }
  }
  return false;
}
