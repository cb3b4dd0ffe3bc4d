/** When a mission may be handed in for review, and when it may become public. Pure. */
import { whyNotDeadline } from './deadline';
import type { MissionContent, MissionDraft } from './mission';
import { whyNotStep } from './mission-state';
import { checklist } from './writing/checklist';

export interface Refusal {
  /** A message key. */
  reason: string;
  /** The form field it is about. */
  field?: string;
}

export type OrganisationState = 'pending' | 'verified' | 'suspended';

/** Why this mission may not be handed in now, or null. A pending NGO may: its moderator reads both together. */
export function whyNotSubmittable(
  mission: MissionContent & Pick<MissionDraft, 'state'>,
  organisation: OrganisationState,
  now: Date,
): Refusal | null {
  const state = whyNotStep(mission.state, 'submit');
  if (state) return { reason: state };
  if (organisation === 'suspended') return { reason: 'mission_error_organisation_suspended' };
  const gap = checklist(mission).find((item) => item.required && !item.done);
  if (gap) return { reason: 'mission_error_incomplete', field: gap.field };
  const late = mission.deadline && whyNotDeadline(mission.deadline, now);
  return late ? { reason: late, field: 'deadlineDay' } : null;
}

/**
 * Why this mission may not become public now, or null: only verified NGOs have public missions, a deadline must lie
 * ahead, and higher domains may hold it back (`gate`: an outcome report is overdue).
 */
export function whyNotPublishable(
  mission: Pick<MissionDraft, 'state' | 'deadline'>,
  organisation: OrganisationState,
  gate: string | null,
  now: Date,
): Refusal | null {
  const state = whyNotStep(mission.state, 'publish');
  if (state) return { reason: state };
  if (organisation === 'suspended') return { reason: 'mission_error_organisation_suspended' };
  if (organisation !== 'verified') return { reason: 'mission_error_organisation_pending' };
  const late = mission.deadline ? whyNotDeadline(mission.deadline, now) : 'mission_error_incomplete';
  if (late) return { reason: late };
  return gate === null ? null : { reason: gate };
}
