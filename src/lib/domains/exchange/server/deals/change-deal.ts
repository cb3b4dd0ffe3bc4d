/** The one write by which a deal changes: it names the count it was read at, and carries its event and timeline. */
import type { Context } from '$lib/server/context';
import type { StoredEvent } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { Deals, type DealDocument } from '../deal.model';
import { Editions, type EditionDocument } from '../edition.model';

export interface DealChange {
  set: Partial<DealDocument>;
  unset?: { sameness: '' };
  what?: string;
  note?: string | null;
  event?: StoredEvent;
  events?: StoredEvent[];
}

export interface SeenDeal {
  deal: DealDocument;
  edition: EditionDocument;
}

/** @throws AppError not_found */
export async function findDeal(dealId: string): Promise<SeenDeal> {
  const deal = await Deals.findById(dealId).lean<DealDocument>();
  const edition = deal ? await Editions.findById(deal.editionId).lean<EditionDocument>() : null;
  if (!deal || !edition) throw new AppError('not_found', 'error_not_found');
  return { deal, edition };
}

const MAX_TRIES = 8;

/**
 * Reads, asks `decide`, writes; when somebody else wrote in between, it reads and asks again. `decide` checks who asks,
 * throws to refuse, and returns null when there is nothing to change.
 * @throws AppError conflict instead of a refusal when somebody was faster
 */
export async function changeDeal(
  ctx: Context,
  dealId: string,
  decide: (seen: SeenDeal) => DealChange | null | Promise<DealChange | null>,
): Promise<DealDocument> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await findDeal(dealId);
    let change: DealChange | null;
    try {
      change = await decide(seen);
    } catch (error) {
      if (attempt > 0 && error instanceof AppError && error.code === 'refused')
        throw new AppError('conflict', 'error_conflict');
      throw error;
    }
    if (change === null) return seen.deal;
    const { set, unset, what, note = null, event, events = event ? [event] : [] } = change;
    const written = await Deals.updateOne(
      { _id: dealId, rev: seen.deal.rev },
      {
        $set: set,
        ...(unset ? { $unset: unset } : {}),
        $inc: { rev: 1 },
        $push: {
          ...(what ? { timeline: entry(ctx, what, note) } : {}),
          ...(events.length > 0 ? { outbox: { $each: events } } : {}),
        },
      },
    );
    if (written.matchedCount > 0) return { ...seen.deal, ...set };
  }
  throw new AppError('conflict', 'error_conflict');
}

/** @throws AppError refused with the reason, when there is one */
export function refuse(reason: string | null, field?: string): void {
  if (reason !== null) throw new AppError('refused', reason, field ? { field } : {});
}
