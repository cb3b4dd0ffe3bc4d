/**
 * Refuses one kind of mail, or digests, without signing in. Mail programs post here by themselves (RFC 8058: the field
 * `List-Unsubscribe=One-Click`); people press the button. Looking changes nothing.
 */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { unsubscribe } from '$lib/domains/notifications/server/commands/unsubscribe';
import { unsubscribePage } from '$lib/domains/notifications/server/queries/unsubscribe-page';
import { formAction, guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

const schema = z.strictObject({
  'List-Unsubscribe': z.literal('One-Click').optional(),
  wanted: z.literal('yes').optional(),
});

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const wish = await unsubscribePage(ctx, event.params.token);
    return { title: wish.wanted ? m.account_unsubscribe_title() : m.account_unsubscribed_title(), ...wish };
  });

export const actions: Actions = {
  default: formAction('unsubscribe', schema, async ({ ctx, input, event }) => {
    const token = event.params.token ?? '';
    await unsubscribe(ctx, { token, wanted: input.wanted === 'yes' });
    // A mail program follows no redirect; it wants a plain success.
    if (input['List-Unsubscribe']) return { done: true };
    redirect(303, href(`/unsubscribe/${token}`));
  }),
};
