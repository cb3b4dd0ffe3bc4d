/** The public page of an organisation, with its missions; who is signed in can follow it. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { thanksToOrganisation } from '$lib/domains/engagements/server/queries/together/public-thanks';
import { openMissionsOf } from '$lib/domains/missions/server/queries/open-missions-of';
import { followOrganisation } from '$lib/domains/notifications/server/commands/watch/follow-organisation';
import { unfollowOrganisation } from '$lib/domains/notifications/server/commands/watch/unfollow-organisation';
import { isFollowing } from '$lib/domains/notifications/server/queries/watch/follows';
import { organisationPage } from '$lib/domains/organisations/server/queries/organisation-page';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Context } from '$lib/server/context';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await organisationPage(ctx, event.params.slug);
    if ('movedTo' in page) redirect(308, href(`/organisations/${page.movedTo}`));
    const { id, name } = page.organisation;
    const [missions, following, thanks] = await Promise.all([
      openMissionsOf(ctx, id),
      isFollowing(ctx, id),
      thanksToOrganisation(id),
    ]);
    return { title: name, now: ctx.now, ...page, missions, following, thanks, signedIn: ctx.actor !== null };
  });

async function organisationHere(ctx: Context, { params }: RequestEvent): Promise<{ id: string; name: string }> {
  const page = await organisationPage(ctx, params['slug'] ?? '');
  if ('movedTo' in page) redirect(308, href(`/organisations/${page.movedTo}`));
  return page.organisation;
}

const button = z.strictObject({});

export const actions: Actions = {
  follow: formAction('follow', button, async ({ ctx, event }) => {
    const { id, name } = await organisationHere(ctx, event);
    await followOrganisation(ctx, { organisationId: id });
    setFlash(event.cookies, { kind: 'success', text: m.watch_followed_flash({ name }) });
    redirect(303, href(`/organisations/${event.params['slug'] ?? ''}`));
  }),
  unfollow: formAction('unfollow', button, async ({ ctx, event }) => {
    const { id, name } = await organisationHere(ctx, event);
    await unfollowOrganisation(ctx, { organisationId: id });
    setFlash(event.cookies, { kind: 'success', text: m.watch_unfollowed_flash({ name }) });
    redirect(303, href(`/organisations/${event.params['slug'] ?? ''}`));
  }),
};
