/** Announced meetings and the agenda of one person: what she sees, and what has changed since it was announced. Pure. */
import { pairKey, type Meeting } from '../schedule/problem';
import { roundTime, type Frame } from './rounds';

export const MARKS = ['new', 'colleague', 'cancelled'] as const;
/** Added on the day, taken over by a colleague, or called off; null as first announced. */
export type Mark = (typeof MARKS)[number];

export interface Announced extends Meeting {
  mark: Mark | null;
  changedAt: Date | null;
}

export const announce = (meetings: readonly Meeting[]): Announced[] =>
  meetings.map((meeting) => ({ ...meeting, mark: null, changedAt: null }));

/** Without marks and without what was called off: what a new plan or a repair begins from. */
export const standing = (announced: readonly Announced[]): Meeting[] =>
  announced
    .filter(({ mark }) => mark !== 'cancelled')
    .map(({ round, table, a, b, delegateA, delegateB }) => ({ round, table, a, b, delegateA, delegateB }));

export interface AgendaMeeting {
  round: number;
  start: Date;
  end: Date;
  table: number;
  /** Registrations: the one she speaks for, and the one she meets. */
  own: string;
  other: string;
  otherPerson: string;
  mark: Mark | null;
  changedAt: Date | null;
}

function seenFrom(meeting: Announced, frame: Frame, turned: boolean): AgendaMeeting {
  const { round, table, a, b, delegateA, delegateB, mark, changedAt } = meeting;
  const times = roundTime(frame, round);
  return turned
    ? { round, ...times, table, own: b, other: a, otherPerson: delegateA, mark, changedAt }
    : { round, ...times, table, own: a, other: b, otherPerson: delegateB, mark, changedAt };
}

const inOrder = (one: AgendaMeeting, other: AgendaMeeting) =>
  one.round - other.round || Number(one.mark === 'cancelled') - Number(other.mark === 'cancelled');

/** One calendar for one person, whichever of her organisations she speaks for. */
export function agendaOfPerson(announced: readonly Announced[], frame: Frame, person: string): AgendaMeeting[] {
  return announced
    .filter(({ delegateA, delegateB }) => delegateA === person || delegateB === person)
    .map((meeting) => seenFrom(meeting, frame, meeting.delegateB === person))
    .sort(inOrder);
}

const sameMeeting = ({ round, table, a, b, delegateA, delegateB }: Meeting) =>
  [round, table, pairKey(a, b), ...(a < b ? [delegateA, delegateB] : [delegateB, delegateA])].join('|');

/** Registrations whose meetings are not what they were. */
export function touchedBy(before: readonly Meeting[], after: readonly Meeting[]): string[] {
  const [was, is] = [new Set(before.map(sameMeeting)), new Set(after.map(sameMeeting))];
  const changed = [
    ...before.filter((one) => !is.has(sameMeeting(one))),
    ...after.filter((one) => !was.has(sameMeeting(one))),
  ];
  return [...new Set(changed.flatMap(({ a, b }) => [a, b]))].sort();
}
