/** The broker's intake: a new deal, her drafts, and her deals that still need something. */
import { redirect } from '@sveltejs/kit';
import { discardDraftForm } from '$lib/domains/exchange/deal/intake-draft';
import { dayAfter } from '$lib/domains/exchange/edition/edition';
import { intakeForm } from '$lib/domains/exchange/deal/intake-input';
import { discardIntakeDraft } from '$lib/domains/exchange/server/commands/deals/discard-intake-draft';
import { enterDeal } from '$lib/domains/exchange/server/commands/deals/enter-deal';
import { keepIntakeDraft } from '$lib/domains/exchange/server/commands/deals/keep-intake-draft';
import { intakePage } from '$lib/domains/exchange/server/queries/floor/intake-page';
import { plainDraft } from '$lib/domains/exchange/deal/intake-draft';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { keepOnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const intake = await intakePage(ctx, event.params.slug, event.url.searchParams.get('draft'));
    return {
      title: m.intake_title(),
      intake,
      formKey: intake.draft?.key ?? newId(),
      writer: ctx.actor?.personId ?? '',
      ...keepOnDevice(event, 'floor', dayAfter(intake.edition.endsAt)),
    };
  });

export const actions: Actions = {
  enter: formAction('enter', intakeForm, async ({ ctx, input, formKey, event }) => {
    const slug = event.params['slug'] ?? '';
    const { dealId, created } = await enterDeal(ctx, slug, input, formKey);
    const text = input.signing === 'later' ? m.intake_made_flash() : m.intake_made_signed_flash();
    setFlash(event.cookies, {
      kind: created ? 'success' : 'info',
      text: created ? text : m.intake_made_before_flash(),
    });
    redirect(303, href(`/exchange/${slug}/deals/${dealId}`));
  }),
  /** Without scripts nothing is kept by itself: this press keeps it. */
  keep: formAction('keep', plainDraft, async ({ ctx, input, formKey = newId(), event }) => {
    const slug = event.params['slug'] ?? '';
    await keepIntakeDraft(ctx, slug, { key: formKey, fields: input });
    setFlash(event.cookies, { kind: 'success', text: m.intake_kept_flash() });
    redirect(303, `${href(`/exchange/${slug}/intake`)}?draft=${formKey}`);
  }),
  discard: formAction('discard', discardDraftForm, async ({ ctx, input, event }) => {
    await discardIntakeDraft(ctx, input);
    setFlash(event.cookies, { kind: 'success', text: m.intake_discarded_flash() });
    redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/intake`));
  }),
};
