/** Which side of an application or engagement somebody is on; whoever is on neither learns nothing. */
import { requireActor, requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import type { Party } from '../engagement/engagement';
import { Applications, type ApplicationDocument } from './application.model';
import { Engagements, type EngagementDocument } from './engagement.model';

interface Shared {
  organisationId: string;
  personId: string;
}

const notFound = () => new AppError('not_found', 'error_not_found');

/**
 * To read: the volunteer, or any member of the NGO. Somebody who is both is the volunteer: nobody acts for the other
 * side of her own work.
 * @throws AppError not_found for strangers
 */
export async function partyOf(ctx: Context, shared: Shared): Promise<Party> {
  if (ctx.system) return 'ngo';
  if (requireActor(ctx).personId === shared.personId) return 'volunteer';
  await requireMember(ctx, shared.organisationId, 'viewer');
  return 'ngo';
}

/**
 * To act for one side: the volunteer herself, or an editor of the NGO who is not the volunteer.
 * @throws AppError not_found for strangers, forbidden for the other side
 */
export async function requireParty(ctx: Context, shared: Shared, party: Party): Promise<void> {
  if (ctx.system) return;
  const { personId } = requireConfirmed(ctx);
  if (party === 'ngo') {
    if (personId === shared.personId) throw new AppError('forbidden', 'engagement_refusal_own');
    await requireMember(ctx, shared.organisationId, 'editor');
  } else if (personId !== shared.personId) {
    await requireMember(ctx, shared.organisationId, 'viewer');
    throw new AppError('forbidden', 'engagement_refusal_other_side');
  }
}

/** To act for whichever side one is on; viewers of the NGO only read. */
export async function requireEitherParty(ctx: Context, shared: Shared): Promise<Party> {
  const party = await partyOf(ctx, shared);
  await requireParty(ctx, shared, party);
  return party;
}

export async function findApplication(id: string): Promise<ApplicationDocument> {
  const found = ID_PATTERN.test(id) ? await Applications.findById(id).lean<ApplicationDocument>() : null;
  if (!found) throw notFound();
  return found;
}

export async function findEngagement(id: string): Promise<EngagementDocument> {
  const found = ID_PATTERN.test(id) ? await Engagements.findById(id).lean<EngagementDocument>() : null;
  if (!found) throw notFound();
  return found;
}

/** The application, for somebody who may act for `party`. */
export async function applicationFor(ctx: Context, id: string, party: Party): Promise<ApplicationDocument> {
  if (!ctx.system) requireActor(ctx);
  const application = await findApplication(id);
  await requireParty(ctx, application, party);
  return application;
}
