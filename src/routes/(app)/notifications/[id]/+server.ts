/** Opens what a notification is about, and marks it as read: a plain link that also works in a new tab. */
import { redirect } from '@sveltejs/kit';
import { markRead } from '$lib/domains/notifications/server/commands/mark-read';
import { guarded } from '$lib/server/boundary';
import { href, localTarget } from '$lib/shared/href';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  if (!event.locals.ctx.actor) redirect(303, `${href('/sign-in')}?next=${encodeURIComponent(event.url.pathname)}`);
  const { path } = await guarded(event, (ctx) => markRead(ctx, { id: event.params.id }));
  redirect(303, href(localTarget(path, '/notifications')));
};
