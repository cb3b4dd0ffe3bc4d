/** The forms of a plan as form actions: on the page of the work itself, and on that of whoever leads its team. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { addMilestoneForm, changeMilestoneForm, milestoneForm } from '$lib/domains/engagements/plan/plan-input';
import { removeMilestone } from '$lib/domains/engagements/server/commands/plan/remove-milestone';
import { saveMilestone } from '$lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '$lib/domains/engagements/server/commands/plan/tick-milestone';
import { m } from '$lib/paraglide/messages.js';
import { formAction } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';

/** `param` is the page's parameter that names the work; `pageOf` where its plan is shown. */
export function planActions(param: 'id' | 'member', pageOf: (event: RequestEvent) => string) {
  const idOf = (event: RequestEvent) => ({ engagementId: event.params[param] ?? '' });
  const done = (event: RequestEvent, text: string): never => {
    setFlash(event.cookies, { kind: 'success', text });
    redirect(303, href(pageOf(event)));
  };
  return {
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
}
