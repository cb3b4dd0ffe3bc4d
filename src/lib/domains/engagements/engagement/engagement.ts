/** An engagement: the work itself, from the signed charter to the published outcome. Types and the states' questions. Pure. */
import type { Certificate } from '../certificate/certificate';
import type { Charter } from '../charter/charter';
import type { CharterChange } from '../charter/charter-change';
import type { WorkDeliverable } from '../delivery/delivery';
import type { ThanksOfBoth } from '../feedback/thanks';
import type { Handover } from '../handover/handover';
import type { HoursEntry } from '../hours/hours';
import type { Dispute } from '../mediation/dispute';
import type { Dissent, Outcome } from '../outcome/outcome';
import type { OutcomeUpdate } from '../outcome/outcome-update';
import type { Milestone } from '../plan/plan';
import type { Supervision } from '../team/supervision';
import type { EndKind, Pause } from './ending';

/**
 * Some states of the design are moments here, kept on the timeline: `signed` (the last signature makes it active),
 * `accepted` (accepting the last deliverable starts the time in which the outcome is due), `mediated` (the work goes on from
 * where it stood, or is terminated) and `handover`, which is one of the ways in which work is terminated.
 */
export const ENGAGEMENT_STATES = [
  'proposed',
  'active',
  'paused',
  'delivered',
  'revision',
  'restitution_due',
  'disputed',
  'closed',
  'terminated',
] as const;
export type EngagementState = (typeof ENGAGEMENT_STATES)[number];

export const PARTIES = ['volunteer', 'ngo'] as const;
export type Party = (typeof PARTIES)[number];

/** How the volunteer is named in public; null until she has chosen, which counts as not named. */
export type Credit = 'named' | 'anonymous';
export const CREDITS = ['named', 'anonymous'] as const satisfies Credit[];

export interface Engagement {
  /** That of the application it came from. */
  _id: string;
  missionId: string;
  roleId: string;
  organisationId: string;
  personId: string;
  state: EngagementState;
  /** Counts every change: a change names the count it started from. */
  rev: number;
  charter: Charter;
  /** Versions that a later one replaced, oldest first, with the signatures they had. */
  earlierCharters: Charter[];
  /** A change of the signed charter that waits for signatures; absent or null when there is none. */
  charterChange?: CharterChange | null;
  credit: Credit | null;
  hours: HoursEntry[];
  deliverables: WorkDeliverable[];
  /** Absent in engagements from before there were plans. */
  plan?: Milestone[];
  outcome: Outcome | null;
  /** What was added after publication, oldest first. Absent in engagements from before it could be. */
  outcomeUpdates?: OutcomeUpdate[];
  dissent: Dissent | null;
  /** Absent or null until the volunteer has taken it. */
  certificate?: Certificate | null;
  createdAt: Date;
  /** The second signature. */
  startedAt: Date | null;
  acceptedAt: Date | null;
  outcomeDueAt: Date | null;
  /** Reminders of the outcome that were sent: `due_7`, `overdue`; once it is public `reply_30`, `reply_90`, `reply_180`. */
  outcomeReminders: string[];
  publishedAt: Date | null;
  endedAt: Date | null;
  endReason: string;
  /** What kind of end that was; absent or null while the work goes on and in what ended before there were kinds. */
  endKind?: EndKind | null;
  /** While it is paused. */
  pause?: Pause | null;
  /** A student's work waits for her supervisor's signature too. */
  supervised?: boolean;
  supervision?: Supervision | null;
  formerSupervisors?: Supervision[];
  /** Whether the others of the mission's team may know her name; null until she has chosen. */
  teamVisible?: boolean | null;
  handover?: Handover | null;
  /** Oldest first; at most the last one is not closed. */
  disputes?: Dispute[];
  thanks?: ThanksOfBoth | null;
}

export const STEP_FROM = {
  change_charter: ['proposed'],
  sign: ['proposed'],
  /** Both have signed: a change is proposed and counts once it is signed anew. */
  propose_change: ['active', 'paused', 'delivered', 'revision'],
  log_hours: ['active', 'paused', 'delivered', 'revision', 'restitution_due'],
  decide_hours: ['active', 'paused', 'delivered', 'revision', 'restitution_due', 'closed', 'terminated'],
  plan: ['proposed', 'active', 'paused', 'delivered', 'revision'],
  submit: ['active', 'delivered', 'revision'],
  decide_delivery: ['active', 'delivered', 'revision'],
  pause: ['active', 'revision'],
  resume: ['paused'],
  terminate: ['proposed', 'active', 'paused', 'delivered', 'revision'],
  supervise: ['proposed', 'active', 'paused', 'delivered', 'revision'],
  hand_over: ['active', 'paused', 'delivered', 'revision'],
  dispute: ['active', 'paused', 'delivered', 'revision', 'restitution_due'],
  /** Work that ended early is certified for its verified hours alone. */
  certify: ['restitution_due', 'closed', 'terminated'],
  write_outcome: ['restitution_due'],
  update_outcome: ['closed'],
} as const satisfies Record<string, readonly EngagementState[]>;
export type EngagementStep = keyof typeof STEP_FROM;

export function mayStep(state: EngagementState, step: EngagementStep): boolean {
  return (STEP_FROM[step] as readonly EngagementState[]).includes(state);
}

export function whyNotStep(state: EngagementState, step: EngagementStep): 'engagement_refusal_state' | null {
  return mayStep(state, step) ? null : 'engagement_refusal_state';
}

/** Work goes on or has an account to give: neither closed nor ended early. */
export const OPEN_STATES = [
  'proposed',
  'active',
  'paused',
  'delivered',
  'revision',
  'restitution_due',
  'disputed',
] as const satisfies EngagementState[];

/** How far a mission's work is, by its engagements that were not ended early; null when there is none. */
export function workOf(states: readonly EngagementState[]): 'in_progress' | 'delivered' | 'closed' | null {
  const lasting = states.filter((state) => state !== 'terminated');
  if (lasting.length === 0 || lasting.every((state) => state === 'proposed')) return null;
  if (lasting.every((state) => state === 'closed')) return 'closed';
  return lasting.every((state) => state === 'closed' || state === 'restitution_due') ? 'delivered' : 'in_progress';
}

/** Days after acceptance in which the outcome must be published. */
export const OUTCOME_DAYS = 30;
/** Days before that at which the NGO is reminded. */
export const OUTCOME_REMINDER_DAYS = 7;
