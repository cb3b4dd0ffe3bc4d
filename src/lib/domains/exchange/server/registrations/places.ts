/** Places of an edition: taken in one write that the capacity limits, given back, and passed on to who waits. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import '../exchange-events';

/** Whether the registration has a place now. Asking again keeps the place it has. */
export async function takePlace(editionId: string, registrationId: string): Promise<boolean> {
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  if (!edition) return false;
  if (edition.places.includes(registrationId)) return true;
  const written = await Editions.updateOne(
    {
      _id: editionId,
      capacity: edition.capacity,
      places: op({ $ne: registrationId }),
      [`places.${edition.capacity - 1}`]: op({ $exists: false }),
    },
    { $push: { places: registrationId } },
  );
  if (written.matchedCount > 0) return true;
  return (await Editions.exists({ _id: editionId, places: registrationId })) !== null;
}

export async function returnPlace(editionId: string, registrationId: string): Promise<void> {
  await Editions.updateOne({ _id: editionId }, { $pull: { places: registrationId } });
}

/** Fills free places from the waiting list, whoever has waited longest first. Safe to repeat. */
export async function moveUp(ctx: Context, editionId: string): Promise<void> {
  for (;;) {
    const next = await Registrations.findOne({ editionId, state: 'waitlisted' })
      .sort({ submittedAt: 1 })
      .lean<RegistrationDocument>();
    if (!next || !(await takePlace(editionId, next._id))) return;
    const written = await Registrations.updateOne(
      { _id: next._id, state: 'waitlisted' },
      {
        $set: { state: 'approved' },
        $inc: { rev: 1 },
        $push: {
          timeline: entry(ctx, 'approved'),
          outbox: emit('registration.approved', { registrationId: next._id, by: null, note: null }),
        },
      },
    );
    if (written.matchedCount === 0 && !(await Registrations.exists({ _id: next._id, state: 'approved' })))
      await returnPlace(editionId, next._id);
  }
}
