/** A date of somebody's work: for the list of deadlines and for calendars. Pure. */

export const WORK_DATE_KINDS = [
  'milestone',
  'work_ends',
  'outcome_due',
  'offer_lapses',
  'reply_due',
  'answer_due',
] as const;
export type WorkDateKind = (typeof WORK_DATE_KINDS)[number];

export interface WorkDate {
  id: string;
  kind: WorkDateKind;
  /** Calendar day; an instant counts by the reader's zone. */
  day: string;
  /** The step of a plan, or what the work is about. */
  title: string;
  about: string;
  /** Of what it is about: a mission speaks its NGO's language. */
  language: string;
  /** Path of the page where it is seen to. */
  path: string;
  /** How often what it belongs to has changed: calendars take the later one. */
  sequence: number;
}

export const byDay = (a: WorkDate, b: WorkDate): number =>
  a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1;
