/** The plan of somebody else on the team, for whoever leads it: on a page of the lead's own work, with no more than the plan. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { mayStep } from '../../../engagement/engagement';
import { mayName } from '../../../team/team';
import { findEngagement } from '../../access';
import { isLedBy } from '../../team/planner';
import { engagementFor, type EngagementHead } from '../engagement-view';
import { planView, type PlanView } from '../work/plan-page';

export interface TeamPlanPage extends EngagementHead {
  plan: PlanView;
  member: { id: string; name: string | null; role: string; mayPlan: boolean };
}

/** @throws AppError not_found for everyone but the lead of that mission's team */
export async function teamPlanPage(ctx: Context, id: string, memberId: string): Promise<TeamPlanPage> {
  const { engagement: own, head } = await engagementFor(ctx, id);
  const work = await findEngagement(memberId);
  const isLead = head.side === 'volunteer' && own.missionId === work.missionId && (await isLedBy(own.personId, work));
  if (!isLead) throw new AppError('not_found', 'error_not_found');
  // Whoever has a seat on a mission reads it in full.
  const reader = { personId: own.personId, side: head.side, state: own.state, cleared: true };
  const name = mayName(reader, work) ? (await personCards([work.personId])).get(work.personId)?.name : null;
  const roles = (await missionForWork(work.missionId))?.roles ?? [];
  return {
    ...head,
    plan: await planView(ctx, work),
    member: {
      ...{ id: memberId, name: name ?? null, mayPlan: mayStep(work.state, 'plan') },
      role: roles.find((role) => role.id === work.roleId)?.title ?? '',
    },
  };
}
