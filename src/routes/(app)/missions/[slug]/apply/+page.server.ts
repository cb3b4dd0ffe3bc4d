/** Applying for a role of a mission. */
import { redirect } from '@sveltejs/kit';
import { applyForRole } from '$lib/domains/engagements/server/commands/applications/apply-for-role';
import { applyPage } from '$lib/domains/engagements/server/queries/apply-page';
import { bandWord } from '$lib/domains/matching/fit-words';
import { fitForRoles } from '$lib/domains/matching/server/queries/fit-for-missions';
import { applyWithSponsorForm } from '$lib/domains/programmes/programme-input';
import { askWithApplication } from '$lib/domains/programmes/server/ask-with-application';
import { sponsorOffer } from '$lib/domains/programmes/server/queries/my-employer';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { newId } from '$lib/shared/ids';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await applyPage(ctx, event.params.slug, event.url.searchParams.get('role'));
    const offer = await sponsorOffer(ctx, page.mission.id);
    const fit = (await fitForRoles(ctx, page.mission.id)).get(page.role.id);
    return {
      ...page,
      title: m.apply_title({ role: page.role.title }),
      refusal: page.refusal === null ? null : translate(page.refusal, ctx.locale),
      needsProfile: /^profile_|licence|student/.test(page.refusal ?? ''),
      fit: fit ? { score: fit.score * 100, word: bandWord(fit.band), skills: fit.skills } : null,
      offer: offer && { ...offer, refusal: offer.refusal && translate(offer.refusal, ctx.locale) },
      formKey: newId(),
      now: ctx.now,
    };
  });

export const actions: Actions = {
  default: formAction('apply', applyWithSponsorForm, async ({ ctx, input, formKey, event }) => {
    const { mission } = await applyPage(ctx, event.params['slug'] ?? '', input.role);
    const order = { missionId: mission.id, roleId: input.role, note: input.note };
    const { applicationId, state } = await applyForRole(ctx, order, formKey);
    const ngo = mission.organisation?.name ?? m.engagement_confidential_ngo();
    const text = state === 'waitlisted' ? m.apply_waits_flash() : m.apply_sent_flash({ ngo });
    const hindered = await askWithApplication(ctx, applicationId, input);
    setFlash(event.cookies, hindered ? { kind: 'info', text: hindered } : { kind: 'success', text });
    redirect(303, href(`/applications/${applicationId}`));
  }),
};
