/** Whether somebody may ask for a role: what the mission, the law and her own profile say. Pure. */
import type { HeldLicence, Track } from '$lib/domains/volunteers/volunteer';
import type { LicenceNeed, MissionRole } from '$lib/domains/missions/mission';

/** A licence of the kind and place; one that the law of the Union asks for is met by that of any of its states. */
export function holdsLicence(held: readonly Pick<HeldLicence, 'kind' | 'jurisdiction'>[], need: LicenceNeed): boolean {
  return held.some(
    ({ kind, jurisdiction }) =>
      kind === need.kind && (need.jurisdiction === 'EU' || jurisdiction === need.jurisdiction),
  );
}

export interface Applicant {
  track: Track;
  hasSupervisor: boolean;
  licences: readonly Pick<HeldLicence, 'kind' | 'jurisdiction'>[];
}

export interface RoleFacts {
  /** Published, before its deadline, of a verified NGO. */
  missionOpen: boolean;
  isMember: boolean;
  role: Pick<MissionRole, 'licenceRequired' | 'allowsStudents'>;
}

export type ApplyRefusal =
  | 'application_refusal_closed'
  | 'application_refusal_member'
  | 'application_refusal_licence'
  | 'application_refusal_student';

/** `applicant` has a profile that can apply at all. */
export function whyNotApply(applicant: Applicant, facts: RoleFacts): ApplyRefusal | null {
  if (!facts.missionOpen) return 'application_refusal_closed';
  if (facts.isMember) return 'application_refusal_member';
  const { licenceRequired, allowsStudents } = facts.role;
  if (licenceRequired && !holdsLicence(applicant.licences, licenceRequired)) return 'application_refusal_licence';
  if (!allowsStudents && applicant.track === 'student' && !applicant.hasSupervisor)
    return 'application_refusal_student';
  return null;
}
