/** Rules of the check by moderators: which decision is open in which state, and the warnings that help to decide. */
import { checkRegisterCode, type RegisterCheck } from './register/register-code';
import { hostOf, type OrganisationState, type ReviewState } from './organisation';

export type VerificationRefusal =
  | 'organisation_refusal_own'
  | 'organisation_refusal_not_pending'
  | 'organisation_refusal_not_waiting'
  | 'organisation_refusal_already_suspended'
  | 'organisation_refusal_not_suspended'
  | 'organisation_refusal_merged'
  | 'organisation_refusal_merge_itself'
  | 'organisation_refusal_merge_kind';

export interface Standing {
  state: OrganisationState;
  review: { state: ReviewState };
  mergedInto: string | null;
}

/** Nobody decides on an organisation she is a member of. */
export function whyNotDecide(
  members: readonly { personId: string }[],
  personId: string | null,
): VerificationRefusal | null {
  return members.some((member) => member.personId === personId) ? 'organisation_refusal_own' : null;
}

export function whyNotVerify(organisation: Standing): VerificationRefusal | null {
  if (organisation.mergedInto) return 'organisation_refusal_merged';
  return organisation.state === 'pending' ? null : 'organisation_refusal_not_pending';
}

export function whyNotRequestChanges(organisation: Standing): VerificationRefusal | null {
  const refusal = whyNotVerify(organisation);
  if (refusal) return refusal;
  return organisation.review.state === 'waiting' ? null : 'organisation_refusal_not_waiting';
}

export function whyNotSuspend(organisation: Standing): VerificationRefusal | null {
  if (organisation.mergedInto) return 'organisation_refusal_merged';
  return organisation.state === 'suspended' ? 'organisation_refusal_already_suspended' : null;
}

export function whyNotReinstate(organisation: Standing): VerificationRefusal | null {
  if (organisation.mergedInto) return 'organisation_refusal_merged';
  return organisation.state === 'suspended' ? null : 'organisation_refusal_not_suspended';
}

export function whyNotMerge(
  from: Standing & { _id: string; kind: string },
  into: Standing & { _id: string; kind: string },
): VerificationRefusal | null {
  if (from._id === into._id) return 'organisation_refusal_merge_itself';
  if (from.mergedInto || into.mergedInto) return 'organisation_refusal_merged';
  return from.kind === into.kind ? null : 'organisation_refusal_merge_kind';
}

export type CheckTone = 'good' | 'warn' | 'none';
export interface VerificationChecks {
  register: RegisterCheck;
  /** Whether the founder's mail address is at the organisation's own website. */
  emailDomain: 'same' | 'other' | 'no_website';
}

/** Nothing here refuses anything: it tells the moderator where to look. */
export function verificationChecks(facts: {
  registerNumber: string | null;
  website: string | null;
  founderEmail: string | null;
}): VerificationChecks {
  const host = hostOf(facts.website);
  const domain = facts.founderEmail?.split('@').at(-1)?.toLowerCase();
  const same = host !== null && domain !== undefined && (domain === host || host.endsWith(`.${domain}`));
  return {
    register: checkRegisterCode(facts.registerNumber),
    emailDomain: host === null ? 'no_website' : same ? 'same' : 'other',
  };
}
