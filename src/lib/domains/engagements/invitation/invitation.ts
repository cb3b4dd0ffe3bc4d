/** An invitation: an NGO asks a volunteer for a role. Pure. */
import { DAY } from '$lib/shared/dates';

export const INVITATION_STATES = ['sent', 'accepted', 'declined', 'expired', 'taken_back'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface Invitation {
  _id: string;
  missionId: string;
  roleId: string;
  organisationId: string;
  personId: string;
  state: InvitationState;
  message: string;
  sentBy: string;
  sentAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  declineReason: string;
  /** The application that accepting it made. */
  applicationId: string | null;
}

export const INVITATION_DAYS = 10;

/** Ten days, or the mission's deadline when that is sooner. */
export function invitationEnds(sentAt: Date, deadline: Date): Date {
  return new Date(Math.min(sentAt.getTime() + INVITATION_DAYS * DAY, deadline.getTime()));
}

export interface InviteFacts {
  missionOpen: boolean;
  openSeats: number;
  /** Whether she may be seen by NGOs, and takes requests now. */
  reachable: boolean;
  isMember: boolean;
  hasOpenApplication: boolean;
}

export type InviteRefusal =
  | 'application_refusal_closed'
  | 'invitation_refusal_full'
  | 'invitation_refusal_unreachable'
  | 'invitation_refusal_member'
  | 'invitation_refusal_applied';

export function whyNotInvite(facts: InviteFacts): InviteRefusal | null {
  if (!facts.missionOpen) return 'application_refusal_closed';
  if (facts.openSeats === 0) return 'invitation_refusal_full';
  if (!facts.reachable) return 'invitation_refusal_unreachable';
  if (facts.isMember) return 'invitation_refusal_member';
  return facts.hasOpenApplication ? 'invitation_refusal_applied' : null;
}
