/** The plan of a piece of work: steps with a day and a side that sees to it, and how the work stands against it. Pure. */
import { DAY } from '$lib/shared/dates';
import type { Party } from '../engagement/engagement';

export interface Milestone {
  id: string;
  title: string;
  /** Calendar day, `2027-03-12`. */
  day: string;
  /** Who sees to it. */
  owner: Party;
  /** Calendar day on which it was ticked off, or null. */
  doneOn: string | null;
  /** The deliverable it stands for: done when that is accepted. Absent in plans from before there were ties. */
  deliverableId?: string | null;
  /** Reminders that were sent for this day: `before`, `today`, `late_0`, `late_1`. Absent in plans from before. */
  reminded?: string[];
  formKey: string | null;
}

export const MAX_MILESTONES = 30;
export const MILESTONE_MAX = 160;

/** Days before its day on which the owner of a step is reminded. */
export const REMIND_BEFORE_DAYS = 3;
/** Weekly reminders of a step that is late end after so many. */
const LATE_REMINDERS = 8;

/** The reminder of a step that is due today and was not sent, or null: before it, on its day, then at most weekly. */
export function stepReminder(
  { day, doneOn, reminded = [] }: Pick<Milestone, 'day' | 'doneOn' | 'reminded'>,
  today: string,
): string | null {
  const left = daysBetween(today, day);
  if (doneOn !== null || left > REMIND_BEFORE_DAYS) return null;
  const week = Math.floor((-left - 1) / 7);
  if (week >= LATE_REMINDERS) return null;
  const kind = left > 0 ? 'before' : left === 0 ? 'today' : `late_${week}`;
  return reminded.includes(kind) ? null : kind;
}

/** What counts as said already about a step that somebody has just dated: she knows where it stands. */
export function remindedOf(day: string, today: string): string[] {
  const kind = stepReminder({ day, doneOn: null, reminded: [] }, today);
  return kind === null ? [] : [kind];
}

/** Steps that stand for a deliverable are done when it is accepted, and not before. */
export function tickedBy(plan: readonly Milestone[], deliverableId: string, today: string): Milestone[] {
  return plan.map((step) =>
    step.deliverableId === deliverableId && step.doneOn === null ? { ...step, doneOn: today } : step,
  );
}

/** What the charter promises: before it is signed nothing is there to deliver yet. */
export function promisedIn(engagement: {
  deliverables: readonly { id: string; title: string }[];
  charter: { terms: { deliverables: readonly { id: string; title: string }[] } };
}): readonly { id: string; title: string }[] {
  return engagement.deliverables.length > 0 ? engagement.deliverables : engagement.charter.terms.deliverables;
}

/** Whether a step waits for a deliverable; one that the charter no longer names frees its step. */
export function isTied(step: Pick<Milestone, 'deliverableId'>, deliverables: readonly { id: string }[]): boolean {
  return Boolean(step.deliverableId) && deliverables.some(({ id }) => id === step.deliverableId);
}

/** Handed in, and the NGO's to accept: whoever saw to the step has done her part. */
export function isHandedIn(
  step: Pick<Milestone, 'deliverableId' | 'doneOn'>,
  deliverables: readonly { id: string; state: string }[],
): boolean {
  return (
    step.doneOn === null && deliverables.some(({ id, state }) => id === step.deliverableId && state === 'submitted')
  );
}

export type PaceState = 'none' | 'behind' | 'due_today' | 'on_time' | 'ahead' | 'done';

export interface Pace {
  state: PaceState;
  /** Days behind or ahead; 0 otherwise. */
  days: number;
  done: number;
  total: number;
  /** The first step that is not done. */
  next: Milestone | null;
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export function inOrder(milestones: readonly Milestone[]): Milestone[] {
  return milestones.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/**
 * Behind by the oldest step whose day has passed; ahead by the furthest step that is done although its day is still to come
 * and everything before it is done too. What is handed in and waits for the NGO is not late. Days compare as text: all are `YYYY-MM-DD`.
 */
export function paceOf(
  milestones: readonly Milestone[],
  today: string,
  deliverables: readonly { id: string; state: string }[] = [],
): Pace {
  const steps = inOrder(milestones);
  const next = steps.find((step) => step.doneOn === null && !isHandedIn(step, deliverables)) ?? null;
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  const pace = (state: PaceState, days = 0): Pace => ({ state, days, done, total: steps.length, next });
  if (steps.length === 0) return pace('none');
  if (next === null) return pace(done === steps.length ? 'done' : 'on_time');
  if (next.day < today) return pace('behind', daysBetween(next.day, today));
  if (next.day === today) return pace('due_today');
  const furthest = steps.slice(0, steps.indexOf(next)).findLast(({ doneOn }) => doneOn !== null);
  return furthest && furthest.day > today ? pace('ahead', daysBetween(today, furthest.day)) : pace('on_time');
}
