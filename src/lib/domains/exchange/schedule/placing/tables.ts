/** Gives each meeting of a round a table, so that people walk little: whoever can stays where she sat. Pure. */
import type { Prepared } from '../prepared';
import type { Meeting } from '../problem';
import type { Board, Seat } from './board';

export function seatAtTables(prepared: Prepared, board: Board): Meeting[] {
  const last = new Map<number, number>();
  const meetings: Meeting[] = [];
  for (let round = 0; round < prepared.rounds; round++) {
    const taken = new Set<number>();
    const waiting: Seat[] = [];
    const sit = (seat: Seat, table: number) => {
      taken.add(table);
      last.set(seat.one, table);
      last.set(seat.other, table);
      meetings.push(meetingOf(prepared, seat, round, table));
    };
    const seats = board.inRound(round).map((number) => board.seat(number));
    seats.sort((x, y) => x.one - y.one || x.other - y.other);
    for (const seat of seats) {
      const table = [last.get(seat.one), last.get(seat.other)].find((at) => at !== undefined && !taken.has(at));
      if (table === undefined) waiting.push(seat);
      else sit(seat, table);
    }
    let next = 0;
    for (const seat of waiting) {
      while (taken.has(next)) next++;
      sit(seat, next);
    }
  }
  return meetings.sort((x, y) => x.round - y.round || x.table - y.table);
}

export function meetingOf(prepared: Prepared, seat: Seat, round: number, table: number): Meeting {
  const pair = prepared.candidates[seat.pair];
  return {
    round,
    table,
    a: prepared.organisations[pair?.a ?? -1] ?? '',
    b: prepared.organisations[pair?.b ?? -1] ?? '',
    delegateA: prepared.delegates[seat.one] ?? '',
    delegateB: prepared.delegates[seat.other] ?? '',
  };
}
