/** Back from the employer's provider: in, or a sentence that says why not. */
import { redirect } from '@sveltejs/kit';
import { finishSignOn } from '$lib/domains/accounts/server/commands/sign-on/finish-sign-on';
import { clearSignOnCookie, signOnCookieName } from '$lib/domains/accounts/server/session-cookie';
import { giveChallenge, giveSession, visitOf } from '$lib/domains/accounts/server/sessions/visit';
import { joinBySignOn } from '$lib/domains/programmes/server/commands/staff/join-by-sign-on';
import { guarded } from '$lib/server/boundary';
import { translate } from '$lib/server/translate';
import { AppError } from '$lib/shared/app-error';
import { m } from '$lib/paraglide/messages.js';
import { href, localTarget } from '$lib/shared/href';
import { landingOf } from '../../landing.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    event.setHeaders({ 'X-Robots-Tag': 'noindex' });
    const refused = event.url.searchParams.get('refused') ?? '';
    if (/^sign_on_refusal_[a-z]+$/.test(refused)) return said(translate(refused, ctx.locale));
    const secure = event.url.protocol === 'https:';
    const token = event.cookies.get(signOnCookieName(secure));
    clearSignOnCookie(event.cookies, secure);
    try {
      const outcome = await finishSignOn(ctx, { token, search: event.url.search }, visitOf(event));
      // Before her first page, which would otherwise not know her employer yet.
      await joinBySignOn(outcome.providerKey, outcome.personId);
      if (outcome.kind === 'second_factor') {
        giveChallenge(event, outcome.challenge);
        const rest = localTarget(outcome.next, '');
        redirect(303, href('/sign-in/code') + (rest ? `?next=${encodeURIComponent(rest)}` : ''));
      }
      giveSession(event, outcome.session);
      redirect(303, await landingOf(outcome.personId, outcome.next));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'limited') throw error;
      return said(translate(error.reason, ctx.locale, error.params));
    }
  });

const said = (message: string) => ({ title: m.sign_on_not_in(), message });
