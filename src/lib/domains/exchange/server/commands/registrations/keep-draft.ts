/** Keeps an unfinished registration as it was typed, for every editor of the organisation and on every device. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { RegistrationDraft } from '../../../registration/draft';
import { mayEditRegistration } from '../../../registration/registration';
import { findEdition } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { draftId, RegistrationDrafts } from '../../registrations/draft.model';
import { withNamedSkills } from '../../registrations/named-skills';

/** @throws AppError refused when there is nothing to register for any more; conflict when it was sent meanwhile */
export async function keepDraft(
  ctx: Context,
  slug: string,
  input: RegistrationDraft & { organisationId: string },
): Promise<{ savedAt: Date }> {
  requireConfirmed(ctx);
  const { organisation } = await requireMember(ctx, input.organisationId, 'editor');
  const edition = await findEdition(ctx, slug);
  const which = { editionId: edition._id, organisationId: organisation.id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  if (!mayEditRegistration(seen?.state ?? null, edition.state))
    throw new AppError('refused', 'registration_refusal_closed');
  if (input.rev < (seen?.rev ?? 0)) throw new AppError('conflict', 'error_conflict');
  const content = {
    ...which,
    rev: input.rev,
    delegates: input.delegates,
    items: await withNamedSkills(ctx, input.items),
    savedAt: ctx.now,
  };
  await RegistrationDrafts.updateOne({ _id: draftId(which) }, { $set: content }, { upsert: true });
  return { savedAt: ctx.now };
}
