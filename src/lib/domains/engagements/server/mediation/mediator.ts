/** Who may mediate: a moderator who belongs to neither side. */
import { requireModerator, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { currentDispute, whyNotMediate, type Dispute } from '../../mediation/dispute';
import { refuse } from '../change-engagement';
import type { EngagementDocument } from '../engagement.model';

type Sides = Pick<EngagementDocument, 'personId' | 'organisationId'>;

export async function isImpartial(personId: string, { personId: volunteer, organisationId }: Sides): Promise<boolean> {
  if (personId === volunteer) return false;
  const memberships = await membershipsOf(personId);
  return memberships.every((each) => each.organisationId !== organisationId);
}

/**
 * @throws AppError not_found for whoever is no moderator, forbidden for one who is on a side herself
 * @returns her id
 */
export async function requireImpartial(ctx: Context, sides: Sides): Promise<string> {
  const actor = requireModerator(ctx);
  if (!actor) throw new AppError('not_found', 'error_not_found');
  if (!(await isImpartial(actor.personId, sides))) throw new AppError('forbidden', 'mediation_refusal_own');
  return actor.personId;
}

/** The dispute as it stands, for whoever names it. @throws AppError conflict when it is closed or another by now */
export function requireDispute(engagement: EngagementDocument, disputeId: string): Dispute {
  const dispute = currentDispute(engagement);
  if (dispute?.id !== disputeId) throw new AppError('conflict', 'mediation_refusal_over');
  return dispute;
}

export function requireOwnDispute(engagement: EngagementDocument, disputeId: string, personId: string): Dispute {
  const dispute = requireDispute(engagement, disputeId);
  refuse(whyNotMediate(dispute, personId));
  return dispute;
}

/** The list of disputes with one of them replaced. */
export function withDispute({ disputes = [] }: EngagementDocument, next: Dispute): { disputes: Dispute[] } {
  return { disputes: disputes.map((each) => (each.id === next.id ? next : each)) };
}
