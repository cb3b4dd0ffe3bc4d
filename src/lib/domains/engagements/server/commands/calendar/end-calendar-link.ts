/** A person closes the address of her calendar. */
import { requireActor, type Context } from '$lib/server/context';
import { CalendarFeeds } from '../../calendar/calendar-feed.model';

export async function endCalendarLink(ctx: Context): Promise<void> {
  await CalendarFeeds.deleteOne({ _id: requireActor(ctx).personId });
}
