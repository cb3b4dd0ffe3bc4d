/** An application: a volunteer asks for a role. Its states, and the questions asked before it moves. Pure. */

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

/** At most this many undecided applications for each open seat; then applying becomes a waiting list. */
export const UNDECIDED_PER_SEAT = 3;

export function isWaitingList(undecided: number, openSeats: number): boolean {
  return undecided >= UNDECIDED_PER_SEAT * openSeats;
}

/** Working days an NGO has to reply, and those after which it is reminded. */
export const REPLY_DAYS = 5;
export const REMIND_AFTER_DAYS = [2, 4] as const;
/** Working days a volunteer has to answer an offer. */
export const OFFER_DAYS = 5;

export const NOTE_MAX = 2000;
export const REASON_MAX = 1000;
