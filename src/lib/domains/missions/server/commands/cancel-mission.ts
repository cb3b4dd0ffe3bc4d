/** An editor calls a mission off, with a reason that everyone who applied will read. */
import type { Context } from '$lib/server/context';
import { missionOfMember, requireStep } from '../mission-access';
import { decision, writeStep } from '../write-step';

/** Open applications and invitations end by the event; engagements under way are ended by their own domain. */
export async function cancelMission(ctx: Context, input: { missionId: string; reason: string }): Promise<void> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  requireStep(mission, 'cancel');
  await writeStep(ctx, mission, {
    event: 'mission.cancelled',
    payload: decision(ctx, mission._id, input.reason),
    what: 'cancelled',
    note: input.reason,
    set: { state: 'cancelled', endReason: input.reason },
  });
}
