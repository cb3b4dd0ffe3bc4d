/** What the organiser's desk of the schedule shows. Pure. */
import type { EditionState } from '../edition/edition';
import type { RUN_KINDS } from './agenda-input';
import type { RoundSettings } from './rounds';

export type RunKind = (typeof RUN_KINDS)[number];
export type RunState = 'waiting' | 'running' | 'done' | 'failed';

export interface PlanView {
  id: string;
  at: string;
  organisations: number;
  meetings: number;
  /** From 0 to 1: value over what no plan can exceed. */
  share: number;
  kept: number;
  /** Sentences by name. */
  unmet: string[];
  lowered: string[];
  /** Round by round, in the order of the tables. */
  rounds: { start: string; pairs: { table: number; a: string; b: string }[] }[];
}

export interface ScheduleDesk {
  edition: { slug: string; timeZone: string; state: EditionState };
  hasRounds: boolean;
  settings: RoundSettings;
  /** `silent`: the process that worked is gone; another takes over. */
  run: { kind: RunKind; state: RunState | 'silent'; share: number } | null;
  plan: PlanView | null;
  /** Registrations or settings have changed since the plan was made. */
  stale: boolean;
  announced: { at: string; isThisPlan: boolean; meetings: number; version: number } | null;
  clashes: { must: string; no: string }[];
  mayPlan: boolean;
  mayList: boolean;
  approved: number;
  lists: {
    at: string;
    share: number;
    organisations: number;
    short: string[];
    rings: number;
    published: boolean;
  } | null;
}
