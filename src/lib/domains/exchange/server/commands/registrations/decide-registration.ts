/** An organiser approves, asks for changes or refuses. Above the capacity an approval leads to the waiting list. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { mayStep, type Decision, type RegistrationState } from '../../../registration/registration';
import { editionFor } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { returnPlace, takePlace } from '../../registrations/places';
import '../../exchange-events';

/** @throws AppError refused without a note where one is owed; conflict when somebody else decided */
export async function decideRegistration(
  ctx: Context,
  slug: string,
  input: { registration: string; decision: Decision; note: string },
): Promise<{ state: RegistrationState; name: string }> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const which = { _id: input.registration, editionId: edition._id };
  const seen = await Registrations.findOne(which).lean<RegistrationDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  if (input.decision !== 'approve' && input.note.length < 3)
    throw new AppError('refused', 'registration_refusal_note', { field: 'note' });
  if (!mayStep(seen.state, input.decision)) throw new AppError('conflict', 'error_conflict');
  const state = await stateFor(edition._id, seen._id, input.decision);
  const written = await Registrations.updateOne(
    { _id: seen._id, rev: seen.rev, state: seen.state },
    {
      $set: { state, note: input.note },
      $inc: { rev: 1 },
      $push: {
        timeline: entry(ctx, state, input.note || null),
        outbox: emit(`registration.${state}`, {
          registrationId: seen._id,
          by: actor.personId,
          note: input.note || null,
        }),
      },
    },
  );
  if (written.matchedCount > 0) return { state, name: seen.name };
  const after = await Registrations.findById(seen._id).lean<RegistrationDocument>();
  if (state === 'approved' && after?.state !== 'approved') await returnPlace(edition._id, seen._id);
  throw new AppError('conflict', 'error_conflict');
}

async function stateFor(editionId: string, registrationId: string, decision: Decision) {
  if (decision === 'request_changes') return 'changes_requested' as const;
  if (decision === 'refuse') return 'refused' as const;
  return (await takePlace(editionId, registrationId)) ? ('approved' as const) : ('waitlisted' as const);
}
