/** The life of a mission: which step leads where, which states are public, and what the NGO does next. Pure. */
import { hasOpenSeats, takenSeats, type MissionDraft, type MissionRole, type MissionState } from './mission';

/** The states each step may start from. */
export const STEP_FROM = {
  save: ['draft', 'changes_requested', 'published', 'paused', 'filled', 'in_progress'],
  submit: ['draft', 'changes_requested'],
  take_back: ['submitted'],
  publish: ['submitted'],
  request_changes: ['submitted'],
  reject: ['submitted'],
  pause: ['published'],
  resume: ['paused'],
  close_recruitment: ['published', 'paused'],
  cancel: ['submitted', 'changes_requested', 'published', 'paused', 'expired', 'filled', 'in_progress'],
  discard: ['draft', 'changes_requested'],
  extend_deadline: ['published', 'paused', 'expired', 'filled', 'in_progress', 'delivered'],
  take_seat: ['published', 'paused'],
  expire: ['published', 'paused'],
} as const satisfies Record<string, readonly MissionState[]>;
export type MissionStep = keyof typeof STEP_FROM;

export function mayStep(state: MissionState, step: MissionStep): boolean {
  return (STEP_FROM[step] as readonly MissionState[]).includes(state);
}

/** Refusal for a step that the state does not allow, or null. */
export function whyNotStep(state: MissionState, step: MissionStep): 'mission_error_state' | null {
  return mayStep(state, step) ? null : 'mission_error_state';
}

/** Everyone may read these, as facts of the public record; the suspended NGO's and confidential ones excepted. */
export const PUBLIC_STATES = [
  'published',
  'filled',
  'in_progress',
  'delivered',
  'outcome_reported',
  'closed',
  'paused',
  'expired',
] as const satisfies readonly MissionState[];

/** These are found by search and lists. */
export const LISTED_STATES = [
  'published',
  'filled',
  'in_progress',
  'delivered',
  'outcome_reported',
  'closed',
] as const satisfies readonly MissionState[];

export function isPublicState(state: MissionState): boolean {
  return (PUBLIC_STATES as readonly MissionState[]).includes(state);
}

export function isListedState(state: MissionState): boolean {
  return (LISTED_STATES as readonly MissionState[]).includes(state);
}

/** Whether somebody may apply now. */
export function isOpen(mission: Pick<MissionDraft, 'state' | 'deadline'>, now: Date): boolean {
  return mission.state === 'published' && mission.deadline !== null && mission.deadline > now;
}

/** Whether more time can also mean that somebody is looked for again: work goes on, and a seat of it is empty. */
export function mayLookAgain(mission: {
  state: MissionState;
  roles: readonly Pick<MissionRole, 'seats' | 'filledSeats'>[];
}): boolean {
  return ['filled', 'in_progress', 'delivered'].includes(mission.state) && hasOpenSeats(mission);
}

/** More time for what was delivered already has a sense only where somebody is looked for again. */
export function mayExtend(mission: Parameters<typeof mayLookAgain>[0]): boolean {
  return mayStep(mission.state, 'extend_deadline') && (mission.state !== 'delivered' || mayLookAgain(mission));
}

/** Whether somebody may still join the line for a role: every seat is taken, and the deadline is ahead. */
export function takesWaiting(
  mission: { state: MissionState; deadline: Date | string | null },
  role: { openSeats: number },
  now: Date,
): boolean {
  if (mission.state !== 'filled' || mission.deadline === null) return false;
  return role.openSeats === 0 && new Date(mission.deadline) > now;
}

export const WORK_STATES = ['in_progress', 'delivered', 'outcome_reported', 'closed'] as const;
export type WorkState = (typeof WORK_STATES)[number];

const ORDER: readonly MissionState[] = ['published', 'filled', ...WORK_STATES];

/**
 * Where work moves a mission that is asked to go `to`: the state to write, `null` when it is there or further already
 * (work is told of at least once), or a refusal. With seats still open, the start of one engagement does not end the
 * search for the others; the end of the work does.
 */
export function nextWorkState(
  mission: { state: MissionState; roles: readonly Pick<MissionRole, 'seats' | 'filledSeats'>[] },
  to: WorkState,
): { state: WorkState } | { refusal: 'mission_error_state' } | null {
  const from = mission.state === 'paused' || mission.state === 'expired' ? 'published' : mission.state;
  const at = ORDER.indexOf(from);
  if (at === -1) return { refusal: 'mission_error_state' };
  if (at >= ORDER.indexOf(to)) return null;
  if (from === 'published') {
    if (takenSeats(mission) === 0) return { refusal: 'mission_error_state' };
    if (to === 'in_progress' && hasOpenSeats(mission) && mission.state !== 'expired') return null;
  }
  return { state: to };
}

/**
 * What becomes of a mission whose deadline has passed: nobody was found, so it expires; or somebody was, so the search
 * ends and the work goes on.
 */
export function stateAfterDeadline(mission: {
  roles: readonly Pick<MissionRole, 'filledSeats'>[];
}): 'expired' | 'filled' {
  return takenSeats(mission) > 0 ? 'filled' : 'expired';
}

export const BOARD_COLUMNS = ['writing', 'review', 'open', 'work', 'done', 'ended'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

const COLUMN_OF: Record<MissionState, BoardColumn> = {
  draft: 'writing',
  changes_requested: 'writing',
  submitted: 'review',
  published: 'open',
  paused: 'open',
  filled: 'work',
  in_progress: 'work',
  delivered: 'work',
  outcome_reported: 'work',
  closed: 'done',
  rejected: 'ended',
  expired: 'ended',
  cancelled: 'ended',
};

/** Where a mission stands on its NGO's board. */
export function boardColumn(state: MissionState): BoardColumn {
  return COLUMN_OF[state];
}
