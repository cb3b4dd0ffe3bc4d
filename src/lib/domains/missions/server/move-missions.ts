/** After two records of one NGO were merged, the missions of the one are the other's. */
import { Missions } from './mission.model';

export async function moveMissions(fromId: string, intoId: string): Promise<void> {
  await Missions.updateMany({ organisationId: fromId }, { $set: { organisationId: intoId } });
}
