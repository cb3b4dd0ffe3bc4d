/** The organiser takes an award of the jury back. Pressed twice, it is gone once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { editionFor } from '../../access';
import { JuryAwards } from '../../results/jury-award.model';

export async function takeAwardBack(ctx: Context, slug: string, { award }: { award: string }): Promise<void> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  await JuryAwards.deleteOne({ _id: award, editionId: edition._id });
}
