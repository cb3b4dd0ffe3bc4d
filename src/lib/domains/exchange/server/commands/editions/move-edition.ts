/** An organiser leads an edition into its next phase. Pressed twice, also by two people, it happens once. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { EDITION_STEPS, isThere, type EditionState, type EditionStep } from '../../../edition/edition';
import { editionFor } from '../../access';
import { Editions, type EditionDocument } from '../../edition.model';
import { strikeGong } from '../../floor/strike-gong';
import '../../exchange-events';

/** @throws AppError refused when the edition is in another phase */
export async function moveEdition(ctx: Context, slug: string, step: EditionStep): Promise<EditionState> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const { from, to } = EDITION_STEPS[step];
  const opening = edition.openings + (to === 'floor_open' ? 1 : 0);
  const written = await Editions.updateOne(
    { _id: edition._id, state: op({ $in: [...from] }), openings: edition.openings },
    {
      $set: {
        state: to,
        openings: opening,
        ...(to === 'floor_open' ? { openedAt: ctx.now } : {}),
        ...(to === 'floor_closed' ? { closedAt: ctx.now } : {}),
      },
      $push: {
        timeline: entry(ctx, to),
        outbox: emit('edition.moved', {
          editionId: edition._id,
          state: to,
          opening,
          from: edition.state,
          by: actor.personId,
        }),
      },
    },
  );
  if (written.matchedCount === 0) {
    const seen = await Editions.findById(edition._id).lean<EditionDocument>();
    if (!seen || !isThere(seen.state, step)) throw new AppError('refused', 'exchange_refusal_step');
    // Somebody was faster: theirs is the stroke that is in the log.
    await strikeGong(edition._id, to, seen.openings, ctx.now);
    return to;
  }
  // The event does it again if this process ends here.
  await strikeGong(edition._id, to, opening, ctx.now);
  return to;
}
