/** Somebody opens a page, from a mail or otherwise: what told her of that page is read. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Notifications } from '../notification.model';

/** `path` is without language. Other people's, and those that lead elsewhere, stay as they are. */
export async function markOpened(ctx: Context, input: { path: string }): Promise<{ count: number }> {
  const personId = ctx.actor?.personId;
  if (!personId) return { count: 0 };
  const { path } = input;
  // With any part of the page named behind it: "#" is followed by "$" in the order of characters.
  const leads = [{ path }, { path: op({ $gte: `${path}#`, $lt: `${path}$` }) }];
  const { modifiedCount } = await Notifications.updateMany(
    { personId, readAt: null, at: op({ $lte: ctx.now }), $or: leads },
    { $set: { readAt: ctx.now } },
  );
  return { count: modifiedCount };
}
