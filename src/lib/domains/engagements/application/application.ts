/** An application: a volunteer asks for a role. Its states, and the questions asked before it moves. Pure. */
import { addWorkingDays } from '$lib/shared/dates';
import type { Screening } from '$lib/domains/missions/screening';
import type { InterestKind } from '$lib/domains/volunteers/volunteer';

export const APPLICATION_STATES = [
  'submitted',
  'under_review',
  'shortlisted',
  'offered',
  'accepted',
  'waitlisted',
  'declined',
  'withdrawn',
  'expired',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** States in which the NGO owes a decision: they count towards the limit per seat. */
export const UNDECIDED_STATES = [
  'submitted',
  'under_review',
  'shortlisted',
  'offered',
] as const satisfies ApplicationState[];

/** States that nothing has ended yet: one of them per person and role. */
export const OPEN_STATES = [...UNDECIDED_STATES, 'waitlisted'] as const satisfies ApplicationState[];

/** States in which the NGO has said nothing yet. */
export const UNANSWERED_STATES = ['submitted'] as const satisfies ApplicationState[];

/** Where each step may begin. */
export const STEPS = {
  review: { from: ['submitted'], to: 'under_review' },
  shortlist: { from: ['submitted', 'under_review'], to: 'shortlisted' },
  offer: { from: ['submitted', 'under_review', 'shortlisted'], to: 'offered' },
  take_back_offer: { from: ['offered'], to: 'shortlisted' },
  decline: { from: ['submitted', 'under_review', 'shortlisted', 'offered', 'waitlisted'], to: 'declined' },
  withdraw: { from: ['submitted', 'under_review', 'shortlisted', 'offered', 'waitlisted'], to: 'withdrawn' },
  accept: { from: ['offered'], to: 'accepted' },
  /** Every seat of the role was taken meanwhile. */
  wait: { from: ['submitted', 'under_review', 'shortlisted', 'offered'], to: 'waitlisted' },
  move_up: { from: ['waitlisted'], to: 'submitted' },
  expire: { from: ['submitted', 'under_review', 'shortlisted', 'offered', 'waitlisted'], to: 'expired' },
} as const satisfies Record<string, { from: readonly ApplicationState[]; to: ApplicationState }>;
export type ApplicationStep = keyof typeof STEPS;

/** A message key when the step cannot begin from here, null when it can. */
export function whyNotStep(state: ApplicationState, step: ApplicationStep): string | null {
  return (STEPS[step].from as readonly ApplicationState[]).includes(state) ? null : 'application_refusal_state';
}

export function isOpen(state: ApplicationState): boolean {
  return (OPEN_STATES as readonly ApplicationState[]).includes(state);
}

export function isUndecided(state: ApplicationState): boolean {
  return (UNDECIDED_STATES as readonly ApplicationState[]).includes(state);
}

/** With `perSeat` undecided applications for each open seat, as the platform's settings say, applying is a waiting list. */
export function isWaitingList(undecided: number, openSeats: number, perSeat: number): boolean {
  return undecided >= perSeat * openSeats;
}

/** Working days after which an NGO is reminded; how many it has to reply is one of the platform's settings. */
export const REMIND_AFTER_DAYS = [2, 4] as const;
/** Working days after which a volunteer is reminded of an offer; how many she has is a setting, too. */
export const REMIND_OFFER_AFTER_DAYS = [3] as const;

/** A note shorter than this tells an NGO nothing. */
export const NOTE_MIN = 40;
export const NOTE_MAX = 2000;
export const REASON_MAX = 1000;

/** Why an application ended without anybody deciding. */
export const END_CAUSES = [
  'no_reply',
  'offer_lapsed',
  'deadline_passed',
  'mission_cancelled',
  'search_closed',
  'seats_taken',
  'role_removed',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

/**
 * What the conflict check found when she applied. While `open`, the NGO sees neither name nor note and can only go on, with
 * a reason on the record, or decline.
 */
export const CONFLICT_STATES = ['none', 'clear', 'undeclared', 'open', 'accepted'] as const;

export interface ConflictCheck {
  state: (typeof CONFLICT_STATES)[number];
  /** Of the interests that clash; never their names. */
  kinds: InterestKind[];
  /** Why the NGO goes on all the same, who decided, when. */
  reason: string;
  by: string | null;
  at: Date | null;
}

export function conflictOf({ result, kinds }: Screening): ConflictCheck {
  const state = result === 'clash' ? 'open' : result === 'no_other_side' ? 'none' : result;
  return { state, kinds, reason: '', by: null, at: null };
}

/** Whether the NGO has yet to decide on a clash: then it does not learn who it is. */
export function isNameWithheld(application: { conflict?: Pick<ConflictCheck, 'state'> | null }): boolean {
  return application.conflict?.state === 'open';
}

export interface Application {
  _id: string;
  missionId: string;
  roleId: string;
  organisationId: string;
  personId: string;
  state: ApplicationState;
  note: string;
  /** The invitation it answers; null when she asked herself. */
  invitationId: string | null;
  appliedAt: Date;
  /** When the NGO's time to reply began; null while it waits in line and for answers to an invitation. */
  queuedAt: Date | null;
  /** When the NGO (submitted) or the volunteer (offered) must have answered. */
  dueAt: Date | null;
  firstReplyAt: Date | null;
  offeredAt: Date | null;
  endedAt: Date | null;
  /** Working days after which a reminder was sent already, since the due date was set. */
  reminded: number[];
  /** Why the NGO declined: never shown to the volunteer. */
  privateReason: string;
  /** What the NGO wrote to the volunteer with its offer or its no. */
  reply: string;
  withdrawReason: string;
  endCause: EndCause | null;
  /** Null in applications from before there was a check. */
  conflict?: ConflictCheck | null;
}

/** Reminders that are due now: the latest one only, so that nobody gets two at once. */
export function reminderDue(
  application: Pick<Application, 'state' | 'queuedAt' | 'offeredAt' | 'dueAt' | 'reminded'>,
  now: Date,
): number | null {
  const offered = application.state === 'offered';
  const from = offered ? application.offeredAt : application.queuedAt;
  if (!from || !application.dueAt || application.dueAt <= now) return null;
  const days = offered ? REMIND_OFFER_AFTER_DAYS : REMIND_AFTER_DAYS;
  const due = [...days].reverse().find((day) => addWorkingDays(from, day) <= now);
  return due === undefined || application.reminded.some((sent) => sent >= due) ? null : due;
}
