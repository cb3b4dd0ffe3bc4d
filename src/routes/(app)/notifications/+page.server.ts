/** The notifications of the person who looks. */
import { redirect } from '@sveltejs/kit';
import { allForm, KEEP_DAYS, oneForm, pageOf } from '$lib/domains/notifications/notification';
import { markAllRead } from '$lib/domains/notifications/server/commands/mark-all-read';
import { markRead } from '$lib/domains/notifications/server/commands/mark-read';
import { notificationList } from '$lib/domains/notifications/server/queries/notification-list';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const unreadOnly = event.url.searchParams.get('show') === 'unread';
    const list = await notificationList(ctx, { page: pageOf(event.url.searchParams), unreadOnly });
    return { title: m.notify_title(), now: ctx.now, keepDays: KEEP_DAYS, unreadOnly, list };
  });

export const actions: Actions = {
  read: formAction('read', oneForm, async ({ ctx, input, event }) => {
    await markRead(ctx, input);
    redirect(303, href('/notifications') + event.url.search.replace(/^\?\/read&?/, '?').replace(/^\?$/, ''));
  }),
  readAll: formAction('readAll', allForm, async ({ ctx, input, event }) => {
    const { count } = await markAllRead(ctx, { upTo: new Date(input.upTo) });
    setFlash(event.cookies, { kind: 'success', text: m.notify_all_read_flash({ count }) });
    redirect(303, href('/notifications'));
  }),
};
