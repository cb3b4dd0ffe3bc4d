/** The one write by which an engagement changes: it names the count it was read at, and carries its events and entries. */
import type { Context } from '$lib/server/context';
import type { StoredEvent } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import type { Engagement, Party } from '../engagement/engagement';
import { findEngagement, requireEitherParty, requireParty } from './access';
import { Engagements, type EngagementDocument } from './engagement.model';

export interface Change {
  set: Partial<Omit<Engagement, '_id' | 'rev'>>;
  /** Words of the timeline, oldest first, each with its note. */
  entries?: readonly { what: string; note?: string | null }[];
  events?: readonly StoredEvent[];
}

const MAX_TRIES = 8;

/**
 * Reads, asks `decide`, writes; when somebody else wrote in between, it reads and asks again. `decide` throws to refuse
 * and returns null when there is nothing to change.
 * @throws AppError not_found for strangers, forbidden for the other side, what `decide` throws; conflict instead of a
 * refusal when somebody was faster
 */
export function changeEngagement(
  ctx: Context,
  engagementId: string,
  side: Party | 'either',
  decide: (engagement: EngagementDocument, party: Party) => Change | null | Promise<Change | null>,
): Promise<EngagementDocument> {
  const who = async (seen: EngagementDocument): Promise<Party> => {
    if (side === 'either') return requireEitherParty(ctx, seen);
    await requireParty(ctx, seen, side);
    return side;
  };
  return changeAs(ctx, engagementId, who, decide);
}

/** The same for whoever is no party: `who` asks the policy each time and says as whom it is changed. */
export async function changeAs<W>(
  ctx: Context,
  engagementId: string,
  who: (engagement: EngagementDocument) => Promise<W>,
  decide: (engagement: EngagementDocument, who: W) => Change | null | Promise<Change | null>,
): Promise<EngagementDocument> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await findEngagement(engagementId);
    const by = await who(seen);
    const change = await decideAgain(() => decide(seen, by), attempt > 0);
    if (change === null || (await writeChange(ctx, seen, change))) return seen;
  }
  throw new AppError('conflict', 'error_conflict');
}

/** For what the platform itself changes: whoever writes in between, it is done on what is there then. */
export function changeBySystem(
  ctx: Context,
  engagementId: string,
  decide: (engagement: EngagementDocument) => Change,
): Promise<EngagementDocument> {
  return changeAs(ctx, engagementId, () => Promise.resolve(null), decide);
}

async function decideAgain(decide: () => Change | null | Promise<Change | null>, again: boolean) {
  try {
    return await decide();
  } catch (error) {
    if (again && error instanceof AppError && error.code === 'refused' && !error.field)
      throw new AppError('conflict', 'error_conflict');
    throw error;
  }
}

/** Whether the write met the engagement as it was seen. */
export async function writeChange(ctx: Context, seen: EngagementDocument, change: Change): Promise<boolean> {
  const { entries = [], events = [] } = change;
  const written = await Engagements.updateOne(
    { _id: seen._id, rev: seen.rev },
    {
      $set: change.set,
      $inc: { rev: 1 },
      $push: {
        timeline: { $each: entries.map(({ what, note }) => entry(ctx, what, note ?? null)) },
        outbox: { $each: [...events] },
      },
    },
  );
  return written.matchedCount > 0;
}

/** @throws AppError refused with the reason, when there is one */
export function refuse(reason: string | null, field?: string): void {
  if (reason !== null) throw new AppError('refused', reason, field ? { field } : {});
}
