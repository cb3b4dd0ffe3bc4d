/** The organisations of a deal, and whether the reader speaks for one of them. */
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { KnownParty } from '../../deal/party-text';
import { rolesOn } from '../access';
import type { DealDocument } from '../deal.model';
import type { EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';

export async function registrationsOf(ids: readonly string[]): Promise<Map<string, RegistrationDocument>> {
  const found = await Registrations.find({ _id: op({ $in: [...new Set(ids)] }) }).lean<RegistrationDocument[]>();
  return new Map(found.map((document) => [document._id, document]));
}

/** Which of the parties the reader may sign for. */
export async function ownParties(ctx: Context, deal: Pick<DealDocument, 'parties'>): Promise<string[]> {
  if (!ctx.actor) return [];
  const [registrations, memberships] = await Promise.all([
    registrationsOf(deal.parties),
    membershipsOf(ctx.actor.personId),
  ]);
  const mine = new Set(
    memberships.filter(({ role }) => roleAtLeast(role, 'editor')).map(({ organisationId }) => organisationId),
  );
  return deal.parties.filter((id) => mine.has(registrations.get(id)?.organisationId ?? ''));
}

/** @throws AppError not_found unless the reader is of a party, or works on the floor */
export async function requireSight(ctx: Context, deal: DealDocument, edition: EditionDocument): Promise<string[]> {
  if (ctx.system) return [];
  requireActor(ctx);
  const own = await ownParties(ctx, deal);
  if (own.length === 0 && rolesOn(ctx, edition).length === 0) throw new AppError('not_found', 'error_not_found');
  return own;
}

/** @throws AppError not_found, forbidden */
export async function requireParty(ctx: Context, deal: DealDocument, edition: EditionDocument): Promise<string[]> {
  const own = await requireSight(ctx, deal, edition);
  if (own.length === 0 && !ctx.system) throw new AppError('forbidden', 'deal_refusal_not_party');
  return own;
}

/** How intake finds a side: by its name, or by a badge of one of its delegates. */
export function toKnownParty({
  _id,
  name,
  delegates,
}: Pick<RegistrationDocument, '_id' | 'name' | 'delegates'>): KnownParty {
  return { id: _id, name, delegates: delegates.map(({ id }) => id) };
}
