/** The charter of an engagement: read it in full, adjust it, sign it. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { charterForm, signForm } from '$lib/domains/engagements/charter/charter-input';
import { creditForm } from '$lib/domains/engagements/engagement/engagement-input';
import { changeCharter } from '$lib/domains/engagements/server/commands/charter/change-charter';
import { chooseCredit } from '$lib/domains/engagements/server/commands/charter/choose-credit';
import { signCharter } from '$lib/domains/engagements/server/commands/charter/sign-charter';
import { charterPage } from '$lib/domains/engagements/server/queries/engagement-view';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const charter = await charterPage(ctx, event.params.id);
    return { title: m.charter_title({ role: charter.role.title }), charter, now: ctx.now };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/charter`));
}

export const actions: Actions = {
  sign: formAction('sign', signForm, async ({ ctx, input, event }) => {
    const { version, name, credit } = input;
    await signCharter(ctx, { ...idOf(event), version, name, credit });
    done(event, m.charter_signed_flash());
  }),
  change: formAction('change', charterForm, async ({ ctx, input, event }) => {
    await changeCharter(ctx, { ...idOf(event), ...input });
    const { version } = await charterPage(ctx, idOf(event).engagementId);
    done(event, version === input.version ? m.charter_same_flash() : m.charter_changed_flash());
  }),
  credit: formAction('credit', creditForm, async ({ ctx, input, event }) => {
    await chooseCredit(ctx, { ...idOf(event), ...input });
    done(event, m.charter_credit_flash());
  }),
};
