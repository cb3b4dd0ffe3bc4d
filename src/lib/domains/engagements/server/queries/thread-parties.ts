/** Who talks to whom about an application or an engagement: for the messaging domain. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import type { Party } from '../../engagement/engagement';
import { findApplication, findEngagement, partyOf, requireParty } from '../access';

export interface ThreadParties {
  organisationId: string;
  volunteerId: string;
  side: Party;
  mayWrite: boolean;
}

/** @throws AppError not_found for strangers; forbidden for viewers who would write */
export async function threadParties(
  ctx: Context,
  kind: 'application' | 'engagement',
  subjectId: string,
  purpose: 'read' | 'write',
): Promise<ThreadParties> {
  const about = await (kind === 'application' ? findApplication(subjectId) : findEngagement(subjectId));
  const side = await partyOf(ctx, about);
  if (purpose === 'write') await requireParty(ctx, about, side);
  const mayWrite =
    side === 'volunteer' || roleAtLeast((await requireMember(ctx, about.organisationId, 'viewer')).role, 'editor');
  return { organisationId: about.organisationId, volunteerId: about.personId, side, mayWrite };
}

/** For mail, which has no reader to ask. Null when it is no more. */
export async function subjectOf(kind: 'application' | 'engagement', subjectId: string) {
  try {
    const about = await (kind === 'application' ? findApplication(subjectId) : findEngagement(subjectId));
    const { missionId, roleId, organisationId, personId } = about;
    return { missionId, roleId, organisationId, personId };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
