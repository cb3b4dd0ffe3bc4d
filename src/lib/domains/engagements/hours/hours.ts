/** Hours of pro-bono work: entries in whole minutes by calendar day, and what may become of them. Pure. */
import { DAY } from '$lib/shared/dates';

export const HOURS_KINDS = ['research', 'drafting', 'meeting', 'review', 'design', 'travel', 'other'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];

export const HOURS_STATES = ['logged', 'verified', 'queried', 'rejected'] as const;
export type HoursState = (typeof HOURS_STATES)[number];

/** Whose time it was: her employer's, or her own. */
export const HOURS_TIMES = ['sponsored', 'own'] as const;
export type HoursTime = (typeof HOURS_TIMES)[number];

export interface HoursEntry {
  id: string;
  /** A calendar day of the volunteer, `2027-03-12`: a day counts at most 24 hours also when clocks change. */
  day: string;
  minutes: number;
  kind: HoursKind;
  note: string;
  /** Absent or null where no employer was asked for hours when it was logged. */
  time?: HoursTime | null;
  state: HoursState;
  /** Why it was queried or rejected. */
  reason: string;
  loggedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The form that made it: sent twice, it counts once. */
  formKey: string | null;
}

export const MINUTES_PER_DAY = 1440;
/** 8,784 hours: the longest year there is, 366 days. */
export const MINUTES_PER_YEAR = 366 * MINUTES_PER_DAY;
/** Entries that one engagement may hold. */
export const MAX_ENTRIES = 1000;
export const HOURS_NOTE_MAX = 500;

export interface DayFacts {
  /** Today, and the day the engagement began, in the volunteer's time zone. */
  today: string;
  began: string;
  /** Minutes of her other entries on the same day, in this engagement and in others. */
  others: number;
  /** The same for the calendar year of that day. */
  othersOfYear: number;
}

export type HoursRefusal =
  'hours_refusal_future' | 'hours_refusal_before' | 'hours_refusal_day_full' | 'hours_refusal_year_full';

/** The refusal and the form field it is about. Days compare as text: they are all `YYYY-MM-DD`. */
export function whyNotHours(
  entry: Pick<HoursEntry, 'day' | 'minutes'>,
  facts: DayFacts,
): { reason: HoursRefusal; field: 'day' | 'hours' } | null {
  if (entry.day > facts.today) return { reason: 'hours_refusal_future', field: 'day' };
  if (entry.day < facts.began) return { reason: 'hours_refusal_before', field: 'day' };
  if (facts.others + entry.minutes > MINUTES_PER_DAY) return { reason: 'hours_refusal_day_full', field: 'hours' };
  if (facts.othersOfYear + entry.minutes > MINUTES_PER_YEAR)
    return { reason: 'hours_refusal_year_full', field: 'hours' };
  return null;
}

/** Days in which an entry may be corrected after it was logged. */
export const EDIT_DAYS = 7;

/**
 * Her own entry may change for seven days, and whenever the NGO asks about it; afterwards it stands as it was logged. What is
 * verified or rejected is a record of what happened.
 */
export function whyNotChange(
  { state, loggedAt }: Pick<HoursEntry, 'state' | 'loggedAt'>,
  now: Date,
): 'hours_refusal_decided' | 'hours_refusal_window' | null {
  if (state === 'queried') return null;
  if (state !== 'logged') return 'hours_refusal_decided';
  return now.getTime() - loggedAt.getTime() > EDIT_DAYS * DAY ? 'hours_refusal_window' : null;
}

/** The NGO may decide on what it has not verified or rejected yet. */
export function mayDecide(state: HoursState): boolean {
  return state === 'logged' || state === 'queried';
}

export interface HoursTotals {
  logged: number;
  verified: number;
  queried: number;
  rejected: number;
  /** Everything but what was rejected. */
  total: number;
}

/** Minutes by state, always computed from the entries. */
export function totalsOf(entries: readonly Pick<HoursEntry, 'minutes' | 'state'>[]): HoursTotals {
  const totals: HoursTotals = { logged: 0, verified: 0, queried: 0, rejected: 0, total: 0 };
  for (const { minutes, state } of entries) {
    totals[state] += minutes;
    if (state !== 'rejected') totals.total += minutes;
  }
  return totals;
}

/** Minutes of the entries of one day, or of one year `2027`, that count; one entry left out. */
export function minutesOn(entries: readonly HoursEntry[], day: string, except?: string): number {
  return entries
    .filter((entry) => entry.day.startsWith(day) && entry.id !== except && entry.state !== 'rejected')
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
