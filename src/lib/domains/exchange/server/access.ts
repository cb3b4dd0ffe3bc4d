/** Who may do what on a floor: the people an edition names, administrators, and members of the organisations that take part. */
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { isAdministrator, requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { isPublic, mayActAs, type FloorRole } from '../edition/edition';
import { Editions, type EditionDocument } from './edition.model';
import { Registrations, type RegistrationDocument } from './registration.model';

export function rolesOn(ctx: Context, edition: Pick<EditionDocument, 'staff'>): FloorRole[] {
  const own = edition.staff.filter(({ personId }) => personId === ctx.actor?.personId).map(({ role }) => role);
  return isAdministrator(ctx) ? ['organiser', ...own] : own;
}

/** @throws AppError not_found; an edition in preparation is there for its own people only */
export async function findEdition(ctx: Context, slug: string): Promise<EditionDocument> {
  const edition = await Editions.findOne({ slug }).lean<EditionDocument>();
  if (!edition || (!isPublic(edition.state) && !ctx.system && rolesOn(ctx, edition).length === 0))
    throw new AppError('not_found', 'error_not_found');
  return edition;
}

/** @throws AppError unauthenticated, not_found for who has no part in running this floor, forbidden for another role */
export function requireRole(ctx: Context, edition: EditionDocument, needed: FloorRole): void {
  if (ctx.system) return;
  requireActor(ctx);
  const roles = rolesOn(ctx, edition);
  if (roles.length === 0) throw new AppError('not_found', 'error_not_found');
  if (!mayActAs(roles, needed)) throw new AppError('forbidden', 'error_forbidden');
}

export async function editionFor(ctx: Context, slug: string, needed: FloorRole): Promise<EditionDocument> {
  if (!ctx.system) requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  requireRole(ctx, edition, needed);
  return edition;
}

/** For what everybody who works on this floor may see and do. */
export async function editionForStaff(ctx: Context, slug: string): Promise<EditionDocument> {
  if (!ctx.system) requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  if (!ctx.system && rolesOn(ctx, edition).length === 0) throw new AppError('not_found', 'error_not_found');
  return edition;
}

/** Registrations in this edition of organisations for which the reader may act. */
export async function ownRegistrations(ctx: Context, editionId: string): Promise<RegistrationDocument[]> {
  if (!ctx.actor) return [];
  const mine = (await membershipsOf(ctx.actor.personId)).filter(({ role }) => roleAtLeast(role, 'editor'));
  if (mine.length === 0) return [];
  return Registrations.find({
    editionId,
    organisationId: op({ $in: mine.map(({ organisationId }) => organisationId) }),
  }).lean<RegistrationDocument[]>();
}
