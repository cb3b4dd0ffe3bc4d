/** Verified minutes on some missions, whoever did the work. For the programmes domain. */
import { op } from '$lib/server/mongo';
import { totalsOf } from '../../hours/hours';
import { Engagements, type EngagementDocument } from '../engagement.model';

export async function hoursOnMissions(missionIds: readonly string[]): Promise<Map<string, number>> {
  const found = await Engagements.find(
    { missionId: op({ $in: [...missionIds] }) },
    { missionId: 1, 'hours.minutes': 1, 'hours.state': 1 },
  ).lean<Pick<EngagementDocument, 'missionId' | 'hours'>[]>();
  const totals = new Map<string, number>();
  for (const { missionId, hours } of found)
    totals.set(missionId, (totals.get(missionId) ?? 0) + totalsOf(hours).verified);
  return totals;
}
