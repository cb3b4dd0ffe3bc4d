/** The rounds of a floor: how many, how long, at how many tables, and when each begins. Pure. */
import { dayIn, instantIn, timeIn } from '$lib/domains/missions/deadline';

/** What the organiser sets; `firstAt` is wall-clock time on the day and in the zone of the edition. */
export interface RoundSettings {
  rounds: number;
  minutes: number;
  pause: number;
  tables: number;
  firstAt: string;
}

/** What a plan was made for: the first round as an instant, so that later changes of the settings move no meeting. */
export interface Frame {
  rounds: number;
  minutes: number;
  pause: number;
  tables: number;
  startsAt: Date;
}

/** What can be set; larger floors than these are planned nowhere. */
export const ROUND_LIMITS = {
  rounds: { min: 1, max: 40 },
  minutes: { min: 2, max: 90 },
  pause: { min: 0, max: 60 },
  tables: { min: 1, max: 300 },
} as const;

const MINUTE = 60_000;

interface FloorTimes {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** Rounds of ten minutes with two to change tables, as many as fit between the gongs, a table for every two organisations. */
export function usualRounds(edition: FloorTimes & { capacity: number }): RoundSettings {
  const [minutes, pause] = [10, 2];
  const room = (edition.endsAt.getTime() - edition.startsAt.getTime()) / MINUTE;
  return {
    rounds: Math.max(1, Math.min(9, Math.floor((room + pause) / (minutes + pause)))),
    minutes,
    pause,
    tables: Math.max(1, Math.min(ROUND_LIMITS.tables.max, Math.ceil(edition.capacity / 2))),
    firstAt: timeIn(edition.startsAt, edition.timeZone),
  };
}

export function frameOf(settings: RoundSettings, edition: FloorTimes): Frame {
  const { rounds, minutes, pause, tables, firstAt } = settings;
  const startsAt = instantIn(dayIn(edition.startsAt, edition.timeZone), firstAt, edition.timeZone);
  return { rounds, minutes, pause, tables, startsAt };
}

export interface RoundTime {
  start: Date;
  end: Date;
}

/** Rounds follow one another by the stopwatch; on a night when clocks change only what the clock shows jumps. */
export function roundTime({ minutes, pause, startsAt }: Frame, round: number): RoundTime {
  const start = startsAt.getTime() + round * (minutes + pause) * MINUTE;
  return { start: new Date(start), end: new Date(start + minutes * MINUTE) };
}

export const roundTimes = (frame: Frame): RoundTime[] =>
  Array.from({ length: frame.rounds }, (_, round) => roundTime(frame, round));

export type RoundsRefusal = 'schedule_refusal_early' | 'schedule_refusal_long';

/** The first round begins with the opening gong or after, the last one ends before the closing gong. */
export function whyNotRounds(
  settings: RoundSettings,
  edition: FloorTimes,
): { reason: RoundsRefusal; field: 'firstAt' | 'rounds' } | null {
  const frame = frameOf(settings, edition);
  if (frame.startsAt < edition.startsAt) return { reason: 'schedule_refusal_early', field: 'firstAt' };
  const last = roundTime(frame, frame.rounds - 1);
  return last.end > edition.endsAt ? { reason: 'schedule_refusal_long', field: 'rounds' } : null;
}

/** The rounds, from 0, that somebody can sit through who is there from and until these times; null is from or to the end. */
export function roundsBetween(
  frame: Frame,
  { from, until }: { from: string | null; until: string | null },
  timeZone: string,
): number[] {
  const day = dayIn(frame.startsAt, timeZone);
  const [comes, goes] = [from && instantIn(day, from, timeZone), until && instantIn(day, until, timeZone)];
  return roundTimes(frame).flatMap(({ start, end }, round) =>
    (!comes || start >= comes) && (!goes || end <= goes) ? [round] : [],
  );
}

/** The first round that has not begun; the number of rounds when all have. */
export function nextRound(frame: Frame, now: Date): number {
  const next = roundTimes(frame).findIndex(({ start }) => start > now);
  return next === -1 ? frame.rounds : next;
}

/** Nobody minds a stroke that is late by less. */
const LATE_FROM = 2 * MINUTE;

/**
 * When the first round begins if it keeps its distance from the opening gong, in whole minutes. Null where the gong was
 * struck in time, or the rounds have moved already.
 */
export function startAfterGong(
  frame: Pick<Frame, 'startsAt'>,
  gong: { planned: Date; struck: Date },
  announcedStart: Date = frame.startsAt,
): Date | null {
  if (gong.struck.getTime() - gong.planned.getTime() < LATE_FROM) return null;
  const distance = Math.max(0, announcedStart.getTime() - gong.planned.getTime());
  const due = Math.ceil(gong.struck.getTime() / MINUTE) * MINUTE + distance;
  return due > frame.startsAt.getTime() ? new Date(due) : null;
}

/** By how many minutes the rounds begin later than announced. */
export const minutesLater = (frame: Pick<Frame, 'startsAt'>, announcedStart: Date): number =>
  Math.round((frame.startsAt.getTime() - announcedStart.getTime()) / MINUTE);
