/** The registration of one organisation: its delegates, offers and requests. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { registrationDraftForm } from '$lib/domains/exchange/registration/draft';
import { registrationForm, registrationIdForm } from '$lib/domains/exchange/registration/registration-input';
import { discardDraft } from '$lib/domains/exchange/server/commands/registrations/discard-draft';
import { keepDraft } from '$lib/domains/exchange/server/commands/registrations/keep-draft';
import { saveRegistration } from '$lib/domains/exchange/server/commands/registrations/save-registration';
import { withdrawRegistration } from '$lib/domains/exchange/server/commands/registrations/withdraw-registration';
import { ownRegistrationPage } from '$lib/domains/exchange/server/queries/registrations';
import { emptySchema } from '$lib/domains/organisations/organisation.input';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await ownRegistrationPage(ctx, event.params.slug, event.params.organisation);
    // Without scripts the page comes back open where a skill was just added.
    const open = Number(event.url.searchParams.get('item') ?? -1);
    return { title: m.registration_title({ name: page.organisation.name }), page, open };
  });

const idsOf = ({ params }: RequestEvent) => ({
  slug: params['slug'] ?? '',
  organisationId: params['organisation'] ?? '',
});

function done(event: RequestEvent, text: string, anchor = ''): never {
  const { slug, organisationId } = idsOf(event);
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/exchange/${slug}/register/${organisationId}`) + anchor);
}

export const actions: Actions = {
  save: formAction('save', registrationForm, async ({ ctx, input, event }) => {
    const { slug, organisationId } = idsOf(event);
    await saveRegistration(ctx, slug, { ...input, organisationId });
    done(event, m.registration_saved_flash());
  }),
  draft: formAction('draft', registrationDraftForm, async ({ ctx, input: { intent, ...input }, event }) => {
    const { slug, organisationId } = idsOf(event);
    const { savedAt } = await keepDraft(ctx, slug, { ...input, organisationId });
    if (intent === 'autosave') return { savedAt: savedAt.toISOString() };
    const added = input.items.findIndex(({ addSkill }) => Boolean(addSkill));
    done(event, m.registration_draft_flash(), added < 0 ? '#items' : `?item=${added}#items.${added}`);
  }),
  discard: formAction('discard', emptySchema, async ({ ctx, event }) => {
    const { slug, organisationId } = idsOf(event);
    await discardDraft(ctx, slug, { organisationId });
    done(event, m.registration_draft_discarded());
  }),
  withdraw: formAction('withdraw', registrationIdForm, async ({ ctx, input, event }) => {
    await withdrawRegistration(ctx, idsOf(event).slug, input);
    done(event, m.registration_withdrawn_flash());
  }),
};
