/** Who talks to whom about an application or an engagement: for the messaging domain. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import type { Party } from '../../engagement/engagement';
import { isNameWithheld, isOpen, type ApplicationState } from '../../application/application';
import { findApplication, findEngagement, partyOf, requireParty } from '../access';

export interface ThreadParties {
  organisationId: string;
  volunteerId: string;
  side: Party;
  mayWrite: boolean;
  /** The reader does not see what was written before she has decided on a possible conflict. */
  closed: boolean;
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
  // Names are in what people write: the NGO first decides on a possible conflict.
  const waits = 'conflict' in about && isNameWithheld(about);
  if (waits && purpose === 'write') throw new AppError('refused', 'application_refusal_conflict_open');
  if (purpose === 'write') await requireParty(ctx, about, side);
  const mayAct =
    side === 'volunteer' || roleAtLeast((await requireMember(ctx, about.organisationId, 'viewer')).role, 'editor');
  const closed = waits && side === 'ngo';
  return {
    organisationId: about.organisationId,
    volunteerId: about.personId,
    side,
    mayWrite: mayAct && !waits,
    closed,
  };
}

/** What ended without work, or is in dispute, reminds nobody of answers. */
export function isQuiet(kind: 'application' | 'engagement', state: string): boolean {
  return kind === 'application'
    ? !isOpen(state as ApplicationState) && state !== 'accepted'
    : state === 'terminated' || state === 'disputed';
}

/** For mail, which has no reader to ask. Null when it is no more. */
export async function subjectOf(kind: 'application' | 'engagement', subjectId: string) {
  try {
    const about = await (kind === 'application' ? findApplication(subjectId) : findEngagement(subjectId));
    const { missionId, roleId, organisationId, personId, state } = about;
    return { missionId, roleId, organisationId, personId, quiet: isQuiet(kind, state) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
