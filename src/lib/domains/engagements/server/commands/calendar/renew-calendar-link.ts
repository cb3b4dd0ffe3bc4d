/** A person takes a new secret address for her calendar; the old one ends at once. */
import { requireActor, type Context } from '$lib/server/context';
import { CalendarFeeds } from '../../calendar/calendar-feed.model';
import { feedAddress, hashOf, newSecret } from '../../calendar/calendar-secret';

/** @returns the address, which cannot be shown again */
export async function renewCalendarLink(ctx: Context): Promise<{ address: string }> {
  const { personId } = requireActor(ctx);
  const secret = newSecret();
  await CalendarFeeds.updateOne(
    { _id: personId },
    { $set: { secretHash: hashOf(secret), createdAt: ctx.now } },
    { upsert: true },
  );
  return { address: feedAddress(secret) };
}
