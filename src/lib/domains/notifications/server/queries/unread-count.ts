/** How many notifications wait to be read, as the header shows it; counted no further than it says. */
import type { Context } from '$lib/server/context';
import { MOST_COUNTED } from '../../notification';
import { Notifications } from '../notification.model';

export async function unreadCount(ctx: Context): Promise<number> {
  const personId = ctx.actor?.personId;
  if (!personId) return 0;
  return Notifications.countDocuments({ personId, readAt: null }).limit(MOST_COUNTED + 1);
}
