/** An organisation does not come after all: its place goes to who waits, its unregistered deals fall. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { mayStep } from '../../../registration/registration';
import { findEdition } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import '../../exchange-events';

/** What follows is the subscriber's: see `after-withdrawal.ts`. */
export async function withdrawRegistration(ctx: Context, slug: string, input: { registration: string }): Promise<void> {
  requireConfirmed(ctx);
  const edition = await findEdition(ctx, slug);
  const seen = await Registrations.findOne({
    _id: input.registration,
    editionId: edition._id,
  }).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  await requireMember(ctx, seen.organisationId, 'editor');
  if (seen.state === 'withdrawn') return;
  if (!mayStep(seen.state, 'withdraw')) throw new AppError('refused', 'registration_refusal_step');
  const written = await Registrations.updateOne(
    { _id: seen._id, state: seen.state },
    {
      $set: { state: 'withdrawn', checkedInAt: null, leftAt: null, away: [] },
      $inc: { rev: 1 },
      $push: {
        timeline: entry(ctx, 'withdrawn'),
        outbox: emit('registration.withdrawn', { registrationId: seen._id, hadPlace: seen.state === 'approved' }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
