/** Whether the hours suit the work and the time suits the hours: flags for the writer, refusals for nobody. Pure. */
import { DAY, daysUntil } from '$lib/shared/dates';
import { totalHours, type MissionContent } from '../mission';

/** Review by a moderator and finding somebody take about this long before work starts. */
export const START_DAYS = 10;
/** What a volunteer beside a job can give a week; more is a squeeze. */
export const USUAL_WEEKLY_HOURS = 6;
const MOST_WEEKLY_HOURS = 15;
/** Fewer hours than this for one result are seldom enough. */
const LEAST_PER_RESULT = 2;
const MOST_PER_RESULT = 60;

export interface UsualHours {
  min: number;
  max: number;
}

export type ScopeRisk = 'unknown' | 'ok' | 'thin' | 'wide';
export type TimeRisk = 'unknown' | 'ok' | 'tight' | 'short' | 'past';

export interface Estimate {
  /** Of all seats together. */
  hours: number;
  usual: UsualHours | null;
  scope: ScopeRisk;
  time: TimeRisk;
  /** Hours a week that the busiest seat needs from a start in ten days on; null while unknown. */
  weekly: number | null;
  daysLeft: number | null;
}

type Estimated = Pick<MissionContent, 'roles' | 'deliverables' | 'deadline'>;

/** `usual` are the hours of the template the mission began from, or null. */
export function estimate(content: Estimated, usual: UsualHours | null, now: Date): Estimate {
  const hours = totalHours(content.roles);
  const results = content.deliverables.filter((deliverable) => deliverable.title !== '').length;
  const weekly = weeklyHours(content, now);
  const daysLeft = content.deadline ? daysUntil(content.deadline, now) : null;
  return { hours, usual, scope: scopeRisk(hours, results, usual), time: timeRisk(weekly, daysLeft), weekly, daysLeft };
}

function scopeRisk(hours: number, results: number, usual: UsualHours | null): ScopeRisk {
  if (hours === 0 || results === 0) return 'unknown';
  const range = usual ?? { min: LEAST_PER_RESULT * results, max: MOST_PER_RESULT * results };
  // A template's range is what the work usually takes: half of it or twice it is worth a second look.
  const slack = usual ? 2 : 1;
  if (hours < range.min / slack) return 'thin';
  return hours > range.max * slack ? 'wide' : 'ok';
}

function weeklyHours(content: Estimated, now: Date): number | null {
  const busiest = Math.max(0, ...content.roles.map((role) => role.hours ?? 0));
  if (busiest === 0 || !content.deadline) return null;
  const days = (content.deadline.getTime() - now.getTime()) / DAY - START_DAYS;
  // With hardly a week left everything falls into that week.
  return Math.ceil(busiest / Math.max(1, days / 7));
}

function timeRisk(weekly: number | null, daysLeft: number | null): TimeRisk {
  if (daysLeft === null) return 'unknown';
  if (daysLeft <= 0) return 'past';
  if (weekly === null) return 'unknown';
  if (weekly > MOST_WEEKLY_HOURS || daysLeft <= START_DAYS) return 'short';
  return weekly > USUAL_WEEKLY_HOURS ? 'tight' : 'ok';
}
