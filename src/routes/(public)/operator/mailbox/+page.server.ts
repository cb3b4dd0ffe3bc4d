/** The outgoing mail: for administrators; in a demonstration for everybody, because nobody else will deliver it. */
import { mailbox } from '$lib/domains/accounts/server/queries/mailbox';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const recipient = searchParams.get('to') ?? '';
    const asked = Number(searchParams.get('page'));
    const page = Number.isInteger(asked) ? asked : 1;
    const box = await mailbox(ctx, { recipient, page });
    return { title: m.account_mailbox_title(), recipient, ...box, now: ctx.now };
  });
