/** The charter of an engagement: read it in full, adjust it, sign it; once both have, propose a change and sign that. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  charterForm,
  endChangeForm,
  proposeChangeForm,
  signChangeForm,
  signForm,
} from '$lib/domains/engagements/charter/charter-input';
import { creditForm } from '$lib/domains/engagements/engagement/engagement-input';
import { changeCharter } from '$lib/domains/engagements/server/commands/charter/change-charter';
import { chooseCredit } from '$lib/domains/engagements/server/commands/charter/choose-credit';
import { endCharterChange } from '$lib/domains/engagements/server/commands/charter/end-charter-change';
import { proposeCharterChange } from '$lib/domains/engagements/server/commands/charter/propose-charter-change';
import { signCharter } from '$lib/domains/engagements/server/commands/charter/sign-charter';
import { signCharterChange } from '$lib/domains/engagements/server/commands/charter/sign-charter-change';
import { charterPage } from '$lib/domains/engagements/server/queries/charter/charter-page';
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
  propose: formAction('propose', proposeChangeForm, async ({ ctx, input, event }) => {
    const { waits } = await proposeCharterChange(ctx, { ...idOf(event), ...input });
    done(event, waits ? m.charter_proposed_flash() : m.charter_same_flash());
  }),
  signChange: formAction('signChange', signChangeForm, async ({ ctx, input, event }) => {
    await signCharterChange(ctx, { ...idOf(event), hash: input.hash, name: input.name });
    const { change, version } = await charterPage(ctx, idOf(event).engagementId);
    done(event, change ? m.charter_change_signed_flash() : m.charter_change_agreed_flash({ version }));
  }),
  endChange: formAction('endChange', endChangeForm, async ({ ctx, input, event }) => {
    await endCharterChange(ctx, { ...idOf(event), ...input });
    const { version } = await charterPage(ctx, idOf(event).engagementId);
    done(event, m.charter_change_ended_flash({ version }));
  }),
  credit: formAction('credit', creditForm, async ({ ctx, input, event }) => {
    await chooseCredit(ctx, { ...idOf(event), ...input });
    done(event, m.charter_credit_flash());
  }),
};
