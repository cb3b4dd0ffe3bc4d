/** An organiser changes the settings of an edition, as far as nothing rests on them yet. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotSettings, type EditionSettings } from '../../../edition/edition';
import { editionFor } from '../../access';
import { Editions } from '../../edition.model';
import { moveUp } from '../../registrations/places';

/** @throws AppError refused at the field; conflict when places or the phase changed meanwhile */
export async function editEdition(ctx: Context, slug: string, settings: EditionSettings): Promise<void> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const refusal = whyNotSettings(settings, { ...edition, places: edition.places.length });
  if (refusal) throw new AppError('refused', refusal.reason, { field: refusal.field });
  const written = await Editions.updateOne(
    { _id: edition._id, state: edition.state, [`places.${settings.capacity}`]: op({ $exists: false }) },
    { $set: { ...settings }, $push: { timeline: entry(ctx, 'edited') } },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  if (settings.capacity > edition.capacity) await moveUp(ctx, edition._id);
}
