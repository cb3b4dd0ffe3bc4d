/** The organisations from which one wants to hear nothing; `?organisation=` asks about one more. */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { organisationPage } from '$lib/domains/organisations/server/queries/organisation-page';
import { blockNgo } from '$lib/domains/volunteers/server/commands/block-ngo';
import { unblockNgo } from '$lib/domains/volunteers/server/commands/unblock-ngo';
import { blockedNgos } from '$lib/domains/volunteers/server/queries/blocked-ngos';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { ID_PATTERN } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

const oneNgo = z.strictObject({ organisation: z.string().regex(ID_PATTERN, 'error_invalid') });

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const slug = event.url.searchParams.get('organisation');
    const [blocked, page] = await Promise.all([blockedNgos(ctx), slug ? organisationPage(ctx, slug) : null]);
    const asked = page && !('movedTo' in page) && !page.isMember ? page.organisation : null;
    return {
      title: m.blocked_title(),
      blocked,
      asked: asked && !blocked?.some(({ id }) => id === asked.id) ? { id: asked.id, name: asked.name } : null,
    };
  });

export const actions: Actions = {
  block: formAction('block', oneNgo, async ({ ctx, input, event }) => {
    await blockNgo(ctx, { organisationId: input.organisation });
    setFlash(event.cookies, { kind: 'success', text: m.blocked_done_flash() });
    redirect(303, href('/profile/blocked'));
  }),
  unblock: formAction('unblock', oneNgo, async ({ ctx, input, event }) => {
    await unblockNgo(ctx, { organisationId: input.organisation });
    setFlash(event.cookies, { kind: 'success', text: m.blocked_undone_flash() });
    redirect(303, href('/profile/blocked'));
  }),
};
