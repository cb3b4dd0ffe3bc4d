/** Who stands where with an employer; whoever is a stranger to it learns nothing. */
import { requireActor, requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import type { MemberRole } from '$lib/domains/organisations/organisation';
import {
  requireMember,
  requireMemberOfSlug,
  type Membership,
} from '$lib/domains/organisations/server/queries/require-member';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { decidesAs } from '../programme.policy';
import { Programmes, type ProgrammeDocument } from './programme.model';
import { Sponsorships, type SponsorshipDocument } from './sponsorship.model';
import { Staff, type StaffDocument } from './staff.model';

const notFound = () => new AppError('not_found', 'error_not_found');

/** @throws AppError not_found for strangers and for organisations of another kind, forbidden for too small a role */
export async function requireEmployer(ctx: Context, slug: string, min: MemberRole): Promise<Membership> {
  const membership = await requireMemberOfSlug(ctx, slug, min);
  if (membership.organisation.kind !== 'employer') throw notFound();
  return membership;
}

export async function requireEmployerById(ctx: Context, id: string, min: MemberRole): Promise<Membership> {
  const membership = await requireMember(ctx, id, min);
  if (membership.organisation.kind !== 'employer') throw notFound();
  return membership;
}

export async function findProgramme(organisationId: string): Promise<ProgrammeDocument | null> {
  const found = await Programmes.findById(organisationId).lean<ProgrammeDocument>();
  return found ? { ...found, domains: found.domains ?? [] } : null;
}

/** The employer that somebody works for now. */
export async function staffOf(personId: string): Promise<StaffDocument | null> {
  return Staff.findOne({ activeKey: personId }).lean<StaffDocument>();
}

export async function findSponsorship(id: string): Promise<SponsorshipDocument> {
  const found = ID_PATTERN.test(id) ? await Sponsorships.findById(id).lean<SponsorshipDocument>() : null;
  if (!found) throw notFound();
  return found;
}

/**
 * A request, for whoever may decide on it.
 * @throws AppError not_found for other employers and strangers, forbidden on one's own request and for viewers
 */
export async function requireDecider(ctx: Context, sponsorshipId: string): Promise<SponsorshipDocument> {
  const request = await findSponsorship(sponsorshipId);
  if (ctx.system) return request;
  const { personId } = requireConfirmed(ctx);
  if (personId === request.personId) throw new AppError('forbidden', 'sponsorship_refusal_own');
  const manager = await isManagerOf(ctx, request);
  const role = manager ? null : (await requireMember(ctx, request.organisationId, 'viewer')).role;
  const programme = await findProgramme(request.organisationId);
  const as = decidesAs(
    { personId, role },
    { personId: request.personId, managerId: manager ? personId : null },
    programme?.approval ?? 'hr',
  );
  if (as === null) throw new AppError('forbidden', 'error_forbidden');
  return request;
}

/** Active staff of the same employer, under the very address that the request names. */
async function isManagerOf(ctx: Context, request: SponsorshipDocument): Promise<boolean> {
  if (request.managerEmail === '') return false;
  const { personId } = requireActor(ctx);
  const staff = await staffOf(personId);
  if (staff?.organisationId !== request.organisationId) return false;
  if (staff.email === request.managerEmail) return true;
  return (await personContact(personId))?.email === request.managerEmail;
}

/** The person herself. @throws AppError not_found for everybody else */
export async function requireOwnSponsorship(ctx: Context, id: string): Promise<SponsorshipDocument> {
  const request = await findSponsorship(id);
  if (!ctx.system && requireConfirmed(ctx).personId !== request.personId) throw notFound();
  return request;
}
