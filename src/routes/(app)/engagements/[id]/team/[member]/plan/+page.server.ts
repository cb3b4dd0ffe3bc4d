/** The plan of somebody else on the team, which its lead keeps too. */
import { teamPlanPage } from '$lib/domains/engagements/server/queries/together/team-plan-page';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import { newId } from '$lib/shared/ids';
import { planActions } from '../../../../plan-actions.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await teamPlanPage(ctx, event.params.id, event.params.member);
    return { title: m.plan_title({ role: page.member.role }), page, formKey: newId() };
  });

export const actions: Actions = planActions(
  'member',
  ({ params }) => `/engagements/${params['id'] ?? ''}/team/${params['member'] ?? ''}/plan`,
);
