/** One more way to make room in a general graph: a fan of pairs around one person (Misra and Gries, after Vizing). Pure. */
import type { Board } from './board';

const freeRound = (board: Board, person: number): number => {
  for (let round = 0; round < board.rounds; round++) if (board.free(person, round)) return round;
  return -1;
};

/**
 * For everybody present all the time. Succeeds whenever everyone on the way has a round to spare, so always with one
 * round more than anybody has meetings; no two people may meet twice.
 */
export function insertByFan(board: Board, number: number): boolean {
  const { one: centre, other: first } = board.seat(number);
  const fan = growFan(board, centre, first);
  const last = fan.at(-1) ?? first;
  const c = freeRound(board, centre);
  const d = freeRound(board, last);
  if (c === -1 || d === -1) return false;
  invert(board, centre, d, c);
  // The path may have cut the fan: up to the first one who is free in d, it still is one.
  const end = fan.findIndex((person, at) => board.free(person, d) && isFan(board, centre, fan, at));
  if (end === -1) return false;
  const seats = fan.map((person) => seatBetween(board, centre, person));
  const rounds = seats.map((seat) => (seat === -1 ? -1 : board.roundOf(seat)));
  for (let at = 1; at <= end; at++) board.remove(seats[at] ?? -1);
  for (let at = 0; at <= end; at++)
    board.place(at === 0 ? number : (seats[at] ?? -1), at === end ? d : (rounds[at + 1] ?? -1));
  return true;
}

/** People around the centre, each met in a round in which the one before is free. */
function growFan(board: Board, centre: number, first: number): number[] {
  const fan = [first];
  for (let grown = true; grown;) {
    grown = false;
    const last = fan.at(-1) ?? first;
    for (let round = 0; round < board.rounds && !grown; round++) {
      const seat = board.at(centre, round);
      if (seat === -1 || !board.free(last, round)) continue;
      const next = partner(board, seat, centre);
      if (fan.includes(next)) continue;
      fan.push(next);
      grown = true;
    }
  }
  return fan;
}

const partner = (board: Board, seat: number, person: number): number => {
  const { one, other } = board.seat(seat);
  return one === person ? other : one;
};

function seatBetween(board: Board, centre: number, person: number): number {
  for (let round = 0; round < board.rounds; round++) {
    const seat = board.at(centre, round);
    if (seat !== -1 && partner(board, seat, centre) === person) return seat;
  }
  return -1;
}

function isFan(board: Board, centre: number, fan: readonly number[], end: number): boolean {
  for (let at = 1; at <= end; at++) {
    const round = board.roundOf(seatBetween(board, centre, fan[at] ?? -1));
    if (round === -1 || !board.free(fan[at - 1] ?? -1, round)) return false;
  }
  return true;
}

/** Swaps rounds d and c along the path from the centre, who is free in c; then she is free in d. */
function invert(board: Board, centre: number, d: number, c: number): void {
  const seats: number[] = [];
  let person = centre;
  let round = d;
  for (let seat = board.at(person, round); seat !== -1; seat = board.at(person, round)) {
    seats.push(seat);
    person = partner(board, seat, person);
    round = round === d ? c : d;
  }
  const rounds = seats.map((seat) => board.roundOf(seat));
  for (const seat of seats) board.remove(seat);
  for (const [at, seat] of seats.entries()) board.place(seat, rounds[at] === d ? c : d);
}
