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
  formKey: string | null;
}

export const MAX_MILESTONES = 30;
export const MILESTONE_MAX = 160;

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
 * and everything before it is done too. Days compare as text: all are `YYYY-MM-DD`.
 */
export function paceOf(milestones: readonly Milestone[], today: string): Pace {
  const steps = inOrder(milestones);
  const next = steps.find(({ doneOn }) => doneOn === null) ?? null;
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  const pace = (state: PaceState, days = 0): Pace => ({ state, days, done, total: steps.length, next });
  if (steps.length === 0) return pace('none');
  if (next === null) return pace('done');
  if (next.day < today) return pace('behind', daysBetween(next.day, today));
  if (next.day === today) return pace('due_today');
  const furthest = steps.slice(0, steps.indexOf(next)).at(-1);
  return furthest && furthest.day > today ? pace('ahead', daysBetween(today, furthest.day)) : pace('on_time');
}
