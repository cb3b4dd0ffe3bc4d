/** After the conflict check, a person may read what a cleared mission is about and who asks. */
import type { Context } from '$lib/server/context';
import { missionOfMember } from '../mission-access';
import { Missions } from '../mission.model';

export async function clearPerson(ctx: Context, input: { missionId: string; personId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  await Missions.updateOne({ _id: mission._id }, { $addToSet: { clearedFor: input.personId } });
}
