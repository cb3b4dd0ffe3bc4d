/** An editor registers her organisation for an edition, or changes what it registered. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { mayEditRegistration, mayStep, stateAfterEdit, whyNotContent } from '../../../registration/registration';
import type { RegistrationContent } from '../../../registration/registration-input';
import { findEdition } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { forgetDraft } from '../../registrations/draft.model';
import { delegatesFrom, itemsFrom } from '../../registrations/registration-content';
import '../../exchange-events';

/** `rev` is the count the form was filled from; 0 for a new registration. */
export interface SaveRegistration extends RegistrationContent {
  organisationId: string;
}

/** @throws AppError refused when registration is closed or the content cannot be; conflict when somebody else saved */
export async function saveRegistration(ctx: Context, slug: string, input: SaveRegistration): Promise<{ id: string }> {
  requireConfirmed(ctx);
  const { organisation } = await requireMember(ctx, input.organisationId, 'editor');
  const edition = await findEdition(ctx, slug);
  const refusal = whyNotContent(input, edition.categories);
  if (refusal) throw new AppError('refused', refusal);
  const which = { editionId: edition._id, organisationId: organisation.id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  // A first form sent twice has made its registration already.
  if (input.rev === 0 && seen?.rev === 1 && seen.state === 'submitted') return { id: seen._id };
  if (seen && !mayStep(seen.state, 'edit') && !mayStep(seen.state, 'again'))
    throw new AppError('refused', 'registration_refusal_step');
  if (!mayEditRegistration(seen?.state ?? null, edition.state))
    throw new AppError('refused', 'registration_refusal_closed');
  if (organisation.state === 'suspended') throw new AppError('refused', 'registration_refusal_organisation');
  const content = {
    name: organisation.name,
    delegates: delegatesFrom(ctx, input.delegates, seen?.delegates ?? []),
    items: await itemsFrom(ctx, input.items, seen?.items ?? []),
  };
  if (!seen) {
    const made = await createOne(ctx, { ...which, ...content });
    await forgetDraft(which);
    return made;
  }
  const state = stateAfterEdit(seen.state);
  const submitted = state === 'submitted' && seen.state !== 'submitted';
  const written = await Registrations.updateOne(
    { _id: seen._id, rev: input.rev, state: seen.state },
    {
      $set: { ...content, state, ...(seen.state === 'withdrawn' ? { submittedAt: ctx.now } : {}) },
      $inc: { rev: 1 },
      $push: {
        timeline: entry(ctx, submitted ? 'submitted' : 'edited'),
        ...(submitted ? { outbox: emit('registration.submitted', { registrationId: seen._id }) } : {}),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  await forgetDraft(which);
  return { id: seen._id };
}

async function createOne(
  ctx: Context,
  content: Pick<RegistrationDocument, 'editionId' | 'organisationId' | 'name' | 'delegates' | 'items'>,
): Promise<{ id: string }> {
  const _id = newId(ctx.now);
  try {
    await Registrations.create({
      _id,
      ...content,
      state: 'submitted',
      submittedAt: ctx.now,
      timeline: [entry(ctx, 'submitted')],
      outbox: [emit('registration.submitted', { registrationId: _id })],
    });
    return { id: _id };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const { editionId, organisationId } = content;
    const known = await Registrations.findOne({ editionId, organisationId }).lean<RegistrationDocument>();
    if (!known) throw error;
    return { id: known._id };
  }
}
