/** Handing over: whoever must stop writes down how things stand, the NGO accepts, and the next one reads it. Pure. */
import { dayIn, whyNotExtend, type DeadlineRefusal } from '$lib/domains/missions/deadline';
import { DAY } from '$lib/shared/dates';
import type { FileRef } from '$lib/shared/file-ref';

export const HANDOVER_STATES = ['proposed', 'accepted', 'refused', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export interface Handover {
  state: HandoverState;
  /** What is done, where things are, what is next. */
  done: string;
  where: string;
  next: string;
  files: FileRef[];
  proposedAt: Date;
  answeredAt: Date | null;
  /** What the NGO said to it. */
  answer: string;
  /** Until when it looks for whoever goes on; absent in handovers from before it was asked. */
  until?: Date | null;
  formKeys: string[];
}

/** Somebody who takes work over needs to hear of it, to apply and to be chosen. */
const SEARCH_DAYS = 14;

/** The day until which somebody is looked for, to begin with: the mission's deadline, or a fortnight where that is nearer. */
export function searchDay(deadline: Date, now: Date): string {
  return dayIn(new Date(Math.max(deadline.getTime(), now.getTime() + SEARCH_DAYS * DAY)));
}

/** A handover always looks for somebody: until the mission's deadline, or a later day that the NGO chose. */
export function whyNotUntil(
  until: Date | null,
  deadline: Date,
  now: Date,
): DeadlineRefusal | 'handover_refusal_until' | null {
  if (until === null) return deadline > now ? null : 'handover_refusal_until';
  if (deadline > now && dayIn(until) === dayIn(deadline)) return null;
  return whyNotExtend(deadline, until, now);
}

export const HANDOVER_MAX = 4000;
export const MAX_HANDOVER_FILES = 5;
