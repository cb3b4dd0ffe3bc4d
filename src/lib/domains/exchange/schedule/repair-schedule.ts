/** On the day: whoever is missing is replaced by a colleague, idle people are paired; no announced meeting moves. Pure. */
import { Board, type Seat } from './placing/board';
import { rematch } from './placing/rematch';
import { meetingOf } from './placing/tables';
import { askedFloors } from './plan-schedule';
import { prepare, type Prepared } from './prepared';
import { pairKey, type Meeting, type Progress, type ScheduleProblem } from './problem';

export interface RepairInput {
  /** Who is there now and when, with no-shows, late arrivals and early leavers as they are known to be. */
  problem: ScheduleProblem;
  announced: Meeting[];
  /** The first round that can still change; the ones before it took place. */
  from: number;
}

export interface Repair {
  /** The whole agenda: what took place, what stays, and what is new. */
  meetings: Meeting[];
  added: Meeting[];
  /** A colleague takes the place of somebody who is missing, at the same time and table. */
  replaced: { was: Meeting; is: Meeting }[];
  cancelled: Meeting[];
  /** Of the meetings that are new. */
  value: number;
}

export function repairSchedule({ problem, announced, from }: RepairInput, progress: Progress = () => {}): Repair {
  progress('reading', 0);
  const prepared = prepare(problem);
  const floors = askedFloors(prepared);
  const board = new Board(prepared);
  const index = new Map<string, number>();
  const name = (organisation: number) => prepared.organisations[organisation] ?? '';
  for (const [at, { a, b }] of prepared.candidates.entries()) index.set(pairKey(name(a), name(b)), at);

  const tables = new Map<number, number>();
  const repair: Repair = { meetings: [], added: [], replaced: [], cancelled: [], value: 0 };
  const sorted = [...announced].sort((x, y) => x.round - y.round || x.table - y.table);
  const people = new Map(prepared.delegates.map((id, at) => [id, at]));
  const stays = sorted.filter((meeting) => meeting.round < from || whole(prepared, people, meeting));
  for (const meeting of stays) {
    const number = hold(prepared, board, index, people, meeting);
    if (number !== null) tables.set(number, meeting.table);
    repair.meetings.push(meeting);
  }
  for (const meeting of sorted) {
    if (meeting.round < from || whole(prepared, people, meeting)) continue;
    const colleague = replace(prepared, board, people, meeting);
    if (colleague === null) repair.cancelled.push(meeting);
    else {
      const number = hold(prepared, board, index, people, colleague);
      if (number !== null) tables.set(number, meeting.table);
      repair.replaced.push({ was: meeting, is: colleague });
      repair.meetings.push(colleague);
    }
  }

  const available = (delegate: number, round: number) => board.here(delegate, round);
  for (let round = from; round < prepared.rounds; round++) {
    progress('improving', (round - from) / (prepared.rounds - from));
    rematch({ prepared, board, floors, available, stays: () => true }, round);
    const taken = new Set(board.inRound(round).flatMap((number) => tables.get(number) ?? []));
    let table = 0;
    for (const number of board.inRound(round)) {
      if (tables.has(number)) continue;
      while (taken.has(table)) table++;
      taken.add(table);
      tables.set(number, table);
      const meeting = meetingOf(prepared, board.seat(number), round, table);
      repair.added.push(meeting);
      repair.meetings.push(meeting);
      repair.value += prepared.candidates[board.seat(number).pair]?.score ?? 0;
    }
  }
  repair.meetings.sort((x, y) => x.round - y.round || x.table - y.table);
  progress('finishing', 1);
  return repair;
}

type People = ReadonlyMap<string, number>;

const here = (prepared: Prepared, people: People, delegate: string, organisation: string, round: number) => {
  const person = people.get(delegate);
  if (person === undefined || prepared.present[person]?.[round] !== 1) return false;
  return prepared.organisationsOf[person]?.some((one) => prepared.organisations[one] === organisation) === true;
};

/** Both people are there and still speak for their organisations. */
const whole = (prepared: Prepared, people: People, { delegateA, delegateB, a, b, round }: Meeting) =>
  here(prepared, people, delegateA, a, round) && here(prepared, people, delegateB, b, round);

/** Puts a meeting on the board as it is; a pair that could not be made today is known too, so that it is not repeated. */
function hold(
  prepared: Prepared,
  board: Board,
  index: Map<string, number>,
  people: People,
  meeting: Meeting,
): number | null {
  const key = pairKey(meeting.a, meeting.b);
  let pair = index.get(key);
  if (pair === undefined) {
    const number = (id: string) => prepared.organisations.indexOf(id);
    pair = prepared.candidates.push({ a: number(meeting.a), b: number(meeting.b), score: 0, must: false }) - 1;
    index.set(key, pair);
  }
  const [one, other] = [people.get(meeting.delegateA), people.get(meeting.delegateB)];
  if (one === undefined || other === undefined || board.at(one, meeting.round) !== -1) {
    // It took place with somebody who is no longer listed: the two organisations have met.
    Object.assign(prepared.candidates[pair] ?? {}, { score: 0, must: false });
    return null;
  }
  const seat: Seat = { pair, one, other };
  const number = board.add(seat);
  board.place(number, meeting.round);
  return number;
}

/** The same meeting with colleagues who are there and idle. */
function replace(prepared: Prepared, board: Board, people: People, meeting: Meeting): Meeting | null {
  const { round } = meeting;
  const options = (organisation: string, usual: string) => {
    if (here(prepared, people, usual, organisation, round)) return [usual];
    const number = prepared.organisations.indexOf(organisation);
    return (prepared.delegatesOf[number] ?? []).flatMap((person) =>
      board.free(person, round) ? [prepared.delegates[person] ?? ''] : [],
    );
  };
  for (const delegateA of options(meeting.a, meeting.delegateA))
    for (const delegateB of options(meeting.b, meeting.delegateB))
      if (delegateA !== delegateB) return { ...meeting, delegateA, delegateB };
  return null;
}
