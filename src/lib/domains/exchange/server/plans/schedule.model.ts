/** The collection of schedules: one document per edition, with the run at hand, the plan it led to, and what was announced. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import type { Announced } from '../../agenda/agenda';
import type { RunKind, RunState } from '../../agenda/schedule-desk';
import { minutesLater, type Frame } from '../../agenda/rounds';
import type { LoweredFloor, Meeting, UnmetWish } from '../../schedule/problem';

export interface Run {
  id: string;
  kind: RunKind;
  state: RunState;
  askedAt: Date;
  /** When the thread last gave a sign: silent for long, the process is gone and another takes over. */
  beatAt: Date;
  /** From 0 to 1. */
  share: number;
}

export interface Plan {
  id: string;
  at: Date;
  frame: Frame;
  /** Tells whether registrations or settings have changed since. */
  basis: string;
  organisations: number;
  meetings: Meeting[];
  value: number;
  bound: number;
  unmet: UnmetWish[];
  lowered: LoweredFloor[];
  kept: number;
}

export interface Announcement {
  planId: string;
  at: Date;
  frame: Frame;
  meetings: Announced[];
  /** Where the rounds follow a gong that was struck late: when the first one was announced for. */
  announcedStart?: Date | null;
  /** When it was taken back; what it held is kept as far as possible by the next plan. */
  takenBackAt: Date | null;
}

export interface ScheduleDocument extends WithOutbox {
  run: Run | null;
  plan: Plan | null;
  announcement: Announcement | null;
  /** Grows with every change of the announcement, so that of two who change it at once one is told. */
  version: number;
  /** Registrations, and single delegates, that will not come, as the matchmaker was told on the day. */
  gone: string[];
  timeline: TimelineEntry[];
}

const words = { type: String, required: true };
const when = { type: Date, required: true };
const schema = documentSchema<ScheduleDocument>({
  ...outboxField,
  ...timelineField,
  run: {
    type: partSchema({
      id: words,
      kind: words,
      state: words,
      askedAt: when,
      beatAt: when,
      share: { type: Number, required: true },
    }),
    default: null,
  },
  // Thousands of meetings, written and read as a whole: the thread that made them has checked them.
  plan: { type: Object, default: null },
  announcement: { type: Object, default: null },
  version: { type: Number, default: 0 },
  gone: { type: [String], default: [] },
});
// The job that works: runs that wait or whose process is gone.
schema.index({ 'run.state': 1 });
indexOutbox(schema);

/** `_id` is the edition's. */
export const Schedules = defineModel<ScheduleDocument>('ExchangeSchedule', schema, 'exchange_schedules');
registerOutbox(Schedules);

/** Makes the edition's document when it is missing. */
export async function ensureSchedule(editionId: string): Promise<void> {
  await Schedules.updateOne(
    { _id: editionId },
    { $setOnInsert: { run: null, plan: null, announcement: null, version: 0, gone: [], outbox: [], timeline: [] } },
    { upsert: true },
  );
}

/** By how many minutes the rounds begin later than announced; 0 as a rule. */
export const movedBy = ({ frame, announcedStart }: Announcement): number =>
  announcedStart ? minutesLater(frame, announcedStart) : 0;

/** What people may see now: null while nothing is announced, or after it was taken back. */
export function visibleAnnouncement(schedule: Pick<ScheduleDocument, 'announcement'> | null): Announcement | null {
  const announcement = schedule?.announcement ?? null;
  return announcement && !announcement.takenBackAt ? announcement : null;
}
