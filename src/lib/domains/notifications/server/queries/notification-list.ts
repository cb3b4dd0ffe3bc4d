/** One's own notifications, the latest first, a page at a time. */
import { requireActor, type Context } from '$lib/server/context';
import { PAGE_SIZE, type NotificationView } from '../../notification';
import { Notifications, type NotificationDocument } from '../notification.model';

export interface NotificationList {
  items: NotificationView[];
  total: number;
  unread: number;
  page: number;
  pages: number;
}

export async function notificationList(
  ctx: Context,
  { page, unreadOnly }: { page: number; unreadOnly: boolean },
): Promise<NotificationList> {
  const { personId } = requireActor(ctx);
  const filter = { personId, ...(unreadOnly ? { readAt: null } : {}) };
  const [total, unread] = await Promise.all([
    Notifications.countDocuments(filter),
    Notifications.countDocuments({ personId, readAt: null }),
  ]);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  // Marking what is on the last page as read may leave it empty: the one before is shown.
  const shown = Math.min(page, pages);
  const found = await Notifications.find(filter)
    .sort({ at: -1, _id: -1 })
    .skip((shown - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .lean<NotificationDocument[]>();
  return { items: found.map((each) => toView(each, ctx)), total, unread, page: shown, pages };
}

function toView({ _id, kind, title, text, path, at, readAt }: NotificationDocument, ctx: Context): NotificationView {
  return {
    id: _id,
    kind,
    title: title[ctx.locale],
    text: text[ctx.locale],
    leads: path !== null,
    at: at.toISOString(),
    read: readAt !== null,
  };
}
