/** The plan of an engagement: steps with days and owners, which both sides keep. */
import { planPage } from '$lib/domains/engagements/server/queries/work/plan-page';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { newId } from '$lib/shared/ids';
import { planActions } from '../../plan-actions.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const plan = await planPage(ctx, event.params.id);
    return { title: m.plan_title({ role: plan.role.title }), plan, formKey: newId() };
  });

export const actions: Actions = planActions('id', ({ params }) => `/engagements/${params['id'] ?? ''}/plan`);
