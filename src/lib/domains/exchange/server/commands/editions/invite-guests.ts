/** The organiser asks those who took part in the edition before to come again: one mail each, once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { editionFor } from '../../access';
import { Editions } from '../../edition.model';
import '../../exchange-events';

/** Pressed twice, the mails go out once. @throws AppError refused where there was no edition before, or none can register */
export async function inviteGuests(ctx: Context, slug: string): Promise<void> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  if (!edition.copiedFrom) throw new AppError('refused', 'exchange_refusal_no_guests');
  if (edition.guestsInvitedAt) return;
  if (edition.state !== 'open') throw new AppError('refused', 'exchange_refusal_guests_closed');
  await Editions.updateOne(
    { _id: edition._id, state: 'open', guestsInvitedAt: null },
    {
      $set: { guestsInvitedAt: ctx.now },
      $push: {
        timeline: entry(ctx, 'guests_invited'),
        outbox: emit('edition.guests_invited', { editionId: edition._id }),
      },
    },
  );
}
