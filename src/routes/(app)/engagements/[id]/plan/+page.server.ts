/** The plan of an engagement: steps with days and owners, which both sides keep. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { addMilestoneForm, changeMilestoneForm, milestoneForm } from '$lib/domains/engagements/plan/plan-input';
import { removeMilestone } from '$lib/domains/engagements/server/commands/plan/remove-milestone';
import { saveMilestone } from '$lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '$lib/domains/engagements/server/commands/plan/tick-milestone';
import { planPage } from '$lib/domains/engagements/server/queries/work/plan-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const plan = await planPage(ctx, event.params.id);
    return { title: m.plan_title({ role: plan.role.title }), plan, formKey: newId() };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/plan`));
}

export const actions: Actions = {
  add: formAction('add', addMilestoneForm, async ({ ctx, input, formKey, event }) => {
    await saveMilestone(ctx, { ...idOf(event), milestoneId: null, ...input }, formKey);
    done(event, m.plan_added_flash());
  }),
  change: formAction('change', changeMilestoneForm, async ({ ctx, input, event }) => {
    const { milestone: milestoneId, ...step } = input;
    await saveMilestone(ctx, { ...idOf(event), milestoneId, ...step });
    done(event, m.plan_changed_flash());
  }),
  tick: formAction('tick', milestoneForm, async ({ ctx, input, event }) => {
    await tickMilestone(ctx, { ...idOf(event), milestoneId: input.milestone, done: true });
    done(event, m.plan_ticked_flash());
  }),
  reopen: formAction('reopen', milestoneForm, async ({ ctx, input, event }) => {
    await tickMilestone(ctx, { ...idOf(event), milestoneId: input.milestone, done: false });
    done(event, m.plan_reopened_flash());
  }),
  remove: formAction('remove', milestoneForm, async ({ ctx, input, event }) => {
    await removeMilestone(ctx, { ...idOf(event), milestoneId: input.milestone });
    done(event, m.plan_removed_flash());
  }),
};
