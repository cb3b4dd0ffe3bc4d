/** The gate of everything that members do: who is no member learns nothing, who has too small a role is told so. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { MemberRole } from '../../organisation';
import { roleAtLeast } from '../../organisation.policy';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { toCard, type OrganisationCard } from '../organisation.presenter';

export interface Membership {
  organisation: OrganisationCard;
  role: MemberRole;
}

/** @throws AppError unauthenticated, not_found for strangers, forbidden for a member with a smaller role */
export async function requireMember(ctx: Context, organisationId: string, min: MemberRole): Promise<Membership> {
  const { document, role } = await requireMembership(ctx, { _id: organisationId }, min);
  return { organisation: toCard(document), role };
}

/** The same by the address of the workspace. */
export async function requireMemberOfSlug(ctx: Context, slug: string, min: MemberRole): Promise<Membership> {
  const { document, role } = await requireMembership(ctx, { slug }, min);
  return { organisation: toCard(document), role };
}

/** For this domain's own commands and queries, which need the whole document. */
export async function requireMembership(
  ctx: Context,
  which: { _id: string } | { slug: string },
  min: MemberRole,
): Promise<{ document: OrganisationDocument; role: MemberRole }> {
  const personId = ctx.system ? null : requireActor(ctx).personId;
  const document = await Organisations.findOne(which).lean<OrganisationDocument>();
  const role = ctx.system ? 'owner' : document?.members.find((member) => member.personId === personId)?.role;
  if (!document || !role) throw new AppError('not_found', 'error_not_found');
  if (!roleAtLeast(role, min)) throw new AppError('forbidden', 'error_forbidden');
  return { document, role };
}
