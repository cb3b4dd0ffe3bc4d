/** What stands between one person and one role, as a message key; null when she may apply. */
import type { Context } from '$lib/server/context';
import { isOpen, takesWaiting } from '$lib/domains/missions/mission-state';
import { openSeats, type MissionRole } from '$lib/domains/missions/mission';
import type { MissionSight } from '$lib/domains/missions/server/queries/mission-sight';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { whyNotAbleToApply } from '$lib/domains/volunteers/server/queries/why-not-able-to-apply';
import { whyNotApply } from '../../application/eligibility';

/** The mission is asked first: nobody should complete a profile for a role that is closed. */
export async function refusalFor(
  ctx: Context,
  personId: string,
  { mission, viewer, organisation }: Pick<MissionSight, 'mission' | 'viewer' | 'organisation'>,
  role: MissionRole,
): Promise<string | null> {
  const takes = isOpen(mission, ctx.now) || takesWaiting(mission, { openSeats: openSeats(role) }, ctx.now);
  const missionOpen = takes && organisation?.state === 'verified';
  if (!missionOpen) return 'application_refusal_closed';
  if (viewer.role !== null) return 'application_refusal_member';
  const incomplete = await whyNotAbleToApply(personId);
  if (incomplete) return incomplete;
  const [applicant] = await matchVolunteers([personId]);
  if (!applicant) return 'profile_refusal_none';
  // Names of a confidential mission go to nobody who has not said for whom she works.
  if (mission.confidentiality === 'cleared' && applicant.interestsDeclaredAt === null)
    return 'profile_refusal_undeclared';
  return whyNotApply(applicant, { missionOpen, isMember: false, role });
}
