/** The period that figures are about: two calendar days in UTC, both included. Pure. */
import { DAY } from '$lib/shared/dates';

export interface Period {
  /** `2027-03-12`. */
  from: string;
  to: string;
}

export const USUAL_DAYS = [30, 90, 365] as const;
const DEFAULT_DAYS = 90;
const MAX_DAYS = 3 * 366;

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const start = (day: string) => new Date(`${day}T00:00:00Z`).getTime();

function dayOf(value: string | null): string | null {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const at = start(value);
  return !Number.isNaN(at) && iso(at) === value ? value : null;
}

/** The last `days` days, today included. */
export function lastDays(days: number, now: Date): Period {
  return { from: iso(now.getTime() - (days - 1) * DAY), to: iso(now.getTime()) };
}

/** From the address: what means nothing becomes the last 90 days; turned round when it ends before it begins; 3 years at most. */
export function periodOf(params: URLSearchParams, now: Date): Period {
  const usual = lastDays(DEFAULT_DAYS, now);
  const [a, b] = [dayOf(params.get('from')), dayOf(params.get('to'))];
  const to = b ?? (a && a > usual.to ? a : usual.to);
  const from = a ?? iso(start(to) - (DEFAULT_DAYS - 1) * DAY);
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { from: iso(Math.max(start(first), start(last) - MAX_DAYS * DAY)), to: last };
}

export function periodQuery({ from, to }: Period): string {
  return `?from=${from}&to=${to}`;
}

/** From the first instant until before the last. */
export function instantsOf({ from, to }: Period): { from: Date; until: Date } {
  return { from: new Date(start(from)), until: new Date(start(to) + DAY) };
}

export function daysIn({ from, to }: Period): number {
  return Math.round((start(to) - start(from)) / DAY) + 1;
}

/** Every month touched, as `2027-03`. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  const at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  while (iso(at.getTime()).slice(0, 7) <= to.slice(0, 7)) {
    months.push(iso(at.getTime()).slice(0, 7));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
}

export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}
