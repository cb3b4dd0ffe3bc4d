/** An organiser gives places to several at once, in the order they came; above the capacity they wait. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { editionFor } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { returnPlace, takePlace } from '../../registrations/places';
import '../../exchange-events';

/** Whoever was decided about meanwhile is left as she stands. @throws AppError refused when none was chosen */
export async function approveRegistrations(
  ctx: Context,
  slug: string,
  input: { registrations: readonly string[] },
): Promise<{ approved: number; waitlisted: number }> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  if (input.registrations.length === 0) throw new AppError('refused', 'registration_refusal_none_chosen');
  const chosen = await Registrations.find({
    editionId: edition._id,
    _id: op({ $in: [...input.registrations] }),
    state: 'submitted',
  })
    .sort({ submittedAt: 1, _id: 1 })
    .lean<RegistrationDocument[]>();
  const count = { approved: 0, waitlisted: 0 };
  let full = false;
  for (const { _id, rev } of chosen) {
    const hasPlace: boolean = !full && (await takePlace(edition._id, _id));
    full = !hasPlace;
    const state = hasPlace ? 'approved' : 'waitlisted';
    const written = await Registrations.updateOne(
      { _id, rev, state: 'submitted' },
      {
        $set: { state, note: '' },
        $inc: { rev: 1 },
        $push: {
          timeline: entry(ctx, state),
          outbox: emit(`registration.${state}`, { registrationId: _id, by: actor.personId, note: null }),
        },
      },
    );
    if (written.matchedCount > 0) count[state] += 1;
    else if (hasPlace && !(await Registrations.exists({ _id, state: 'approved' }))) await returnPlace(edition._id, _id);
  }
  return count;
}
