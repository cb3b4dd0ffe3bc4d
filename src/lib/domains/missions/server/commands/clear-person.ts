/** The NGO lets a person read what a cleared mission is about and who asks, after it decided on what her check found. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { missionOfMember } from '../mission-access';
import { Missions } from '../mission.model';

/** Repeated, it changes nothing: one entry in the log each. The log names whom it is about, not who pressed. */
export async function clearPerson(ctx: Context, input: { missionId: string; personId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  await Missions.updateOne(
    { _id: mission._id, clearedFor: op({ $ne: input.personId }) },
    {
      $addToSet: { clearedFor: input.personId },
      $push: { timeline: { ...entry(ctx, 'reveal_accepted'), by: input.personId } },
    },
  );
}
