/** How much waits for the editors of NGOs: for My work, the board and the overview. */
import { op } from '$lib/server/mongo';
import { UNDECIDED_STATES } from '../../application/application';
import { OPEN_STATES, type EngagementState } from '../../engagement/engagement';
import { isMyTurn, nextStep } from '../../engagement/next-step';
import { Applications } from '../application.model';
import { Engagements, type EngagementDocument } from '../engagement.model';

/** How much waits for an editor of each NGO: answers, signatures, deliveries, hours, outcomes. */
export async function ngoTaskCounts(organisationIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (organisationIds.length === 0) return counts;
  const of = { organisationId: op({ $in: [...organisationIds] }) };
  const [applications, engagements] = await Promise.all([
    Applications.find(
      { ...of, state: op({ $in: UNDECIDED_STATES.filter((state) => state !== 'offered') }) },
      { organisationId: 1 },
    ).lean<{ organisationId: string }[]>(),
    Engagements.find({ ...of, state: op({ $in: [...OPEN_STATES] as EngagementState[] }) }).lean<EngagementDocument[]>(),
  ]);
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { organisationId } of applications) add(organisationId);
  for (const each of engagements) if (isMyTurn(nextStep(each, 'ngo'))) add(each.organisationId);
  return counts;
}
