/** The charter that a mediation could end with, in the hands of the moderator who has the dispute. */
import { redirect } from '@sveltejs/kit';
import { prepareCharterForm } from '$lib/domains/engagements/charter/charter-input';
import { prepareCharter } from '$lib/domains/engagements/server/commands/mediation/prepare-charter';
import { disputeCharter } from '$lib/domains/engagements/server/queries/together/dispute-desk';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await disputeCharter(ctx, event.params.id);
    return { title: m.dispute_charter_title(), page };
  });

export const actions: Actions = {
  prepare: formAction('prepare', prepareCharterForm, async ({ ctx, input, event }) => {
    const engagementId = event.params['id'] ?? '';
    const { dispute: disputeId, version, terms } = input;
    await prepareCharter(ctx, { engagementId, disputeId, version, terms });
    setFlash(event.cookies, { kind: 'success', text: m.dispute_charter_saved_flash() });
    redirect(303, href(`/moderation/disputes/${engagementId}`));
  }),
};
