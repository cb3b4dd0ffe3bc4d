/** How work ended before its account was due: kinds of reasons, and what is allowed afterwards. Pure. */
import type { HoursEntry } from '../hours/hours';

/** What somebody chooses who ends it. */
export const REASON_KINDS = [
  'no_time',
  'personal',
  'no_answer',
  'disagreement',
  'quality',
  'mission_changed',
  'other',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** What else ends it: a handover, a mediation, the mission that was called off, an account that was closed. */
export const END_KINDS = [...REASON_KINDS, 'handover', 'mediated', 'mission_cancelled', 'left'] as const;
export type EndKind = (typeof END_KINDS)[number];

/** Work that ended early can be certified for the hours that the NGO verified, and for nothing else. */
export function hasVerifiedHours(hours: readonly Pick<HoursEntry, 'state'>[]): boolean {
  return hours.some(({ state }) => state === 'verified');
}

export interface Pause {
  by: 'volunteer' | 'ngo';
  reason: string;
  /** Calendar day on which it is meant to go on, `2027-03-12`; null when nobody knows. */
  until: string | null;
  at: Date;
  /** Whether both were told that the day has come. */
  reminded: boolean;
}
