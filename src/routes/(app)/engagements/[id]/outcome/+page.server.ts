/** The outcome of an engagement: the NGO writes and publishes it, the volunteer may add her own view. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { creditForm } from '$lib/domains/engagements/engagement/engagement-input';
import { dissentForm, outcomeDraftForm, outcomeUpdateForm } from '$lib/domains/engagements/outcome/outcome-input';
import { chooseCredit } from '$lib/domains/engagements/server/commands/charter/choose-credit';
import { addOutcomeUpdate } from '$lib/domains/engagements/server/commands/outcome/add-outcome-update';
import { publishOutcome } from '$lib/domains/engagements/server/commands/outcome/publish-outcome';
import { recordDissent } from '$lib/domains/engagements/server/commands/outcome/record-dissent';
import { saveOutcome } from '$lib/domains/engagements/server/commands/outcome/save-outcome';
import { outcomeEditPage } from '$lib/domains/engagements/server/queries/work/outcome-edit-page';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await outcomeEditPage(ctx, event.params.id);
    const mission = await missionForWork(page.mission.id);
    return {
      title: m.outcome_title({ role: page.role.title }),
      page,
      isPublic: mission?.confidentiality === 'public',
      formKey: newId(),
      now: ctx.now,
    };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/outcome`));
}

export const actions: Actions = {
  save: formAction('outcome', outcomeDraftForm, async ({ ctx, input: { seen, ...outcome }, event }) => {
    await saveOutcome(ctx, { ...idOf(event), outcome, seen });
    done(event, m.outcome_saved_flash());
  }),
  publish: formAction('outcome', outcomeDraftForm, async ({ ctx, input: { seen, ...outcome }, event }) => {
    await publishOutcome(ctx, { ...idOf(event), outcome, seen });
    done(event, m.outcome_published_flash());
  }),
  update: formAction('update', outcomeUpdateForm, async ({ ctx, input, formKey, event }) => {
    await addOutcomeUpdate(ctx, { ...idOf(event), ...input }, formKey);
    done(event, m.outcome_updated_flash());
  }),
  dissent: formAction('dissent', dissentForm, async ({ ctx, input, event }) => {
    await recordDissent(ctx, { ...idOf(event), ...input });
    done(event, m.outcome_dissent_flash());
  }),
  credit: formAction('credit', creditForm, async ({ ctx, input, event }) => {
    await chooseCredit(ctx, { ...idOf(event), ...input });
    done(event, m.charter_credit_flash());
  }),
};
