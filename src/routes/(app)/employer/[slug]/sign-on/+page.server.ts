/** Connecting an employer's OpenID provider. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { signOnForm } from '$lib/domains/programmes/programme-input';
import { requireEmployer } from '$lib/domains/programmes/server/access';
import { removeSingleSignOn } from '$lib/domains/programmes/server/commands/programme/remove-single-sign-on';
import { setSingleSignOn } from '$lib/domains/programmes/server/commands/programme/set-single-sign-on';
import { signOnPage } from '$lib/domains/programmes/server/queries/sign-on-page';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.employer_tab_sign_on(),
    page: await signOnPage(ctx, event.params.slug),
  }));

async function idOf(ctx: Context, event: RequestEvent): Promise<string> {
  return (await requireEmployer(ctx, event.params['slug'] ?? '', 'viewer')).organisation.id;
}

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/employer/${event.params['slug'] ?? ''}/sign-on`));
}

export const actions: Actions = {
  save: formAction('save', signOnForm, async ({ ctx, input, event }) => {
    const { issuer, clientId, client_secret: clientSecret } = input;
    await setSingleSignOn(ctx, { organisationId: await idOf(ctx, event), issuer, clientId, clientSecret });
    done(event, m.sign_on_saved());
  }),
  remove: formAction('remove', noFields, async ({ ctx, event }) => {
    await removeSingleSignOn(ctx, { organisationId: await idOf(ctx, event) });
    done(event, m.sign_on_removed());
  }),
};
