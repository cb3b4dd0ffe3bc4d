/** Marks everything as read that was there when the page was made; what came in since stays new. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Notifications } from '../notification.model';

export async function markAllRead(ctx: Context, input: { upTo: Date }): Promise<{ count: number }> {
  const { personId } = requireActor(ctx);
  const unread = { personId, readAt: null, at: op({ $lte: input.upTo }) };
  const { modifiedCount } = await Notifications.updateMany(unread, { $set: { readAt: ctx.now } });
  return { count: modifiedCount };
}
