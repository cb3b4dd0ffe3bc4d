/** Rules of belonging: an organisation always keeps an owner, and an invitation is for one address and 14 days. */
import { DAY } from '$lib/shared/dates';
import type { Member, MemberRole } from './organisation';

export const INVITATION_LIFE_MS = 14 * DAY;
/** Members and open invitations together. */
export const MAX_MEMBERS = 100;

export type MembershipRefusal =
  | 'organisation_refusal_last_owner'
  | 'organisation_refusal_already_member'
  | 'organisation_refusal_already_invited'
  | 'organisation_refusal_too_many_members'
  | 'organisation_refusal_has_owner';

export type InvitationRefusal = 'organisation_refusal_invitation_over' | 'organisation_refusal_other_address';

type Belonging = Pick<Member, 'personId' | 'role'>;

function isLastOwner(members: readonly Belonging[], personId: string): boolean {
  const owners = members.filter((member) => member.role === 'owner');
  return owners.length === 1 && owners[0]?.personId === personId;
}

/** For leaving and for being removed alike. */
export function whyNotDepart(members: readonly Belonging[], personId: string): MembershipRefusal | null {
  return isLastOwner(members, personId) ? 'organisation_refusal_last_owner' : null;
}

export function whyNotChangeRole(
  members: readonly Belonging[],
  personId: string,
  role: MemberRole,
): MembershipRefusal | null {
  return role !== 'owner' && isLastOwner(members, personId) ? 'organisation_refusal_last_owner' : null;
}

/** Moderators appoint an owner only where there is none: otherwise the owners decide. */
export function whyNotAppoint(members: readonly Belonging[]): MembershipRefusal | null {
  return members.some(({ role }) => role === 'owner') ? 'organisation_refusal_has_owner' : null;
}

export interface InviteSituation {
  members: number;
  invitedEmails: readonly string[];
  email: string;
  /** Whether the address belongs to a member already. */
  isMember: boolean;
}

export function whyNotInvite(situation: InviteSituation): MembershipRefusal | null {
  if (situation.isMember) return 'organisation_refusal_already_member';
  if (situation.invitedEmails.includes(situation.email)) return 'organisation_refusal_already_invited';
  const taken = situation.members + situation.invitedEmails.length;
  return taken >= MAX_MEMBERS ? 'organisation_refusal_too_many_members' : null;
}

export function whyNotAccept(
  invitation: { email: string; expiresAt: Date },
  viewerEmail: string,
  now: Date,
): InvitationRefusal | null {
  if (invitation.expiresAt <= now) return 'organisation_refusal_invitation_over';
  return invitation.email === viewerEmail.toLowerCase() ? null : 'organisation_refusal_other_address';
}
