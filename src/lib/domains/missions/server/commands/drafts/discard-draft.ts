/** An editor throws a draft away that nobody else has seen; with it goes whatever pointed to it. */
import type { Context } from '$lib/server/context';
import { missionOfMember, requireStep, whyNothingChanged } from '../../mission-access';
import { Missions } from '../../mission.model';

export async function discardDraft(ctx: Context, input: { missionId: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'discard');
  const { deletedCount } = await Missions.deleteOne({ _id: mission._id, state: mission.state });
  if (deletedCount === 0) throw await whyNothingChanged(mission._id);
}
