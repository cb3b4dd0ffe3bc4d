/** Marks one of one's own notifications as read, by opening it or by its button. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { Notifications, type NotificationDocument } from '../notification.model';

/** @returns where it leads, without language. @throws AppError not_found for what is not one's own */
export async function markRead(ctx: Context, input: { id: string }): Promise<{ path: string | null }> {
  const { personId } = requireActor(ctx);
  const mine = ID_PATTERN.test(input.id) ? { _id: input.id, personId } : null;
  const found = mine && (await Notifications.findOne(mine, { path: 1 }).lean<Pick<NotificationDocument, 'path'>>());
  if (!mine || !found) throw new AppError('not_found', 'error_not_found');
  await Notifications.updateOne({ ...mine, readAt: null }, { $set: { readAt: ctx.now } });
  return { path: found.path };
}
