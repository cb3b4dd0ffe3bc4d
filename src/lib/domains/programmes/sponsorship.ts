/** A sponsorship: hours of work that an employer gives to one application. Its states and questions. Pure. */
import { addWorkingDays, DEFAULT_TIME_ZONE, isoDay } from '$lib/shared/dates';

export const SPONSORSHIP_STATES = [
  'requested',
  'approved',
  'closed',
  'refused',
  'lapsed',
  'withdrawn',
  'recalled',
] as const;
export type SponsorshipState = (typeof SPONSORSHIP_STATES)[number];

/** Working days in which a request is decided; then it lapses and the person is told. */
export const DECISION_DAYS = 10;
export const REASON_MAX = 1000;
/** After the work has ended, hours that wait to be verified are waited for so many days. */
export const WAIT_DAYS = 30;

export interface Sponsorship {
  /** That of the application, and of the engagement it becomes. */
  _id: string;
  organisationId: string;
  personId: string;
  /** As the statement names her: kept when she is renamed or leaves. */
  personName: string;
  team: string;
  missionId: string;
  roleTitle: string;
  causes: string[];
  skills: string[];
  /** Whether she lets her employer read for which mission and NGO she works. */
  showsMission: boolean;
  state: SponsorshipState;
  minutes: number;
  /** Of verified work; never more than `minutes`. */
  usedMinutes: number;
  /** Year of whose budget it is. */
  year: number | null;
  note: string;
  /** Why it was refused or recalled. */
  reason: string;
  requestedAt: Date;
  dueAt: Date;
  decidedBy: string | null;
  decidedByName: string;
  decidedAt: Date | null;
  workEndedAt: Date | null;
  endedAt: Date | null;
}

/** A request as its employer, its manager and she herself read it. */
export interface RequestItem {
  id: string;
  person: string;
  team: string;
  role: string;
  /** Only where she shows it. */
  mission: { title: string; slug: string; language: string } | null;
  state: SponsorshipState;
  minutes: number;
  usedMinutes: number;
  note: string;
  reason: string;
  requestedAt: Date;
  dueAt: Date;
  decidedBy: string;
  decidedAt: Date | null;
  endedAt: Date | null;
  /** It is the reader's own: somebody else decides. */
  isOwn: boolean;
}

/** A request as she herself finds it among her own. */
export interface OwnSponsorship {
  id: string;
  employer: string;
  mission: string;
  /** Of the mission and its role; unknown where the mission is gone. */
  language: string | undefined;
  role: string;
  state: SponsorshipState;
  minutes: number;
  usedMinutes: number;
  showsMission: boolean;
  reason: string;
  decidedBy: string;
  dueAt: Date;
  requestedAt: Date;
}

/** Work for which she may ask hours of her employer. */
export interface SponsorableItem {
  id: string;
  mission: string;
  language: string;
  role: string;
  hours: number;
  /** A message key that says why not, or null. */
  refusal: string | null;
}

export function dueFrom(requestedAt: Date): Date {
  return addWorkingDays(requestedAt, DECISION_DAYS);
}

export const STEP_FROM = {
  approve: ['requested'],
  refuse: ['requested'],
  lapse: ['requested'],
  withdraw: ['requested', 'approved'],
  recall: ['approved'],
  close: ['approved'],
} as const satisfies Record<string, readonly SponsorshipState[]>;
export type SponsorshipStep = keyof typeof STEP_FROM;

export function whyNotStep(state: SponsorshipState, step: SponsorshipStep): string | null {
  return (STEP_FROM[step] as readonly SponsorshipState[]).includes(state) ? null : 'sponsorship_refusal_state';
}

/** "Drawn down" is a moment of an approval, not a state: every hour has been used. */
export function isDrawnDown({ state, minutes, usedMinutes }: Pick<Sponsorship, 'state' | 'minutes' | 'usedMinutes'>) {
  return state === 'approved' && usedMinutes >= minutes;
}

/**
 * The day of the approval where the platform keeps its days: hours of earlier days were given before anybody had promised
 * to sponsor them. Null where nothing was approved.
 */
export function firstDayOf({ year, decidedAt }: Pick<Sponsorship, 'year' | 'decidedAt'>): string | null {
  return year === null || decidedAt === null ? null : isoDay(decidedAt, DEFAULT_TIME_ZONE);
}

export interface WorkEntry {
  id: string;
  day: string;
  minutes: number;
}

/**
 * How many minutes of each newly verified entry count: in the order of days, until what was approved is used up. What
 * counted before stays as it was, so that a statement never changes.
 */
export function countable(
  entries: readonly WorkEntry[],
  approved: number,
  counted: ReadonlyMap<string, number>,
): { id: string; minutes: number }[] {
  let left = approved - [...counted.values()].reduce((sum, minutes) => sum + minutes, 0);
  return entries
    .filter(({ id }) => !counted.has(id))
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
    .flatMap(({ id, minutes }) => {
      const counts = Math.min(minutes, left);
      if (counts <= 0) return [];
      left -= counts;
      return [{ id, minutes: counts }];
    });
}
