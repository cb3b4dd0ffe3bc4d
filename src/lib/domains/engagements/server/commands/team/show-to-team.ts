/** A volunteer says whether the others of her mission's team may know her name. */
import type { Context } from '$lib/server/context';
import { changeEngagement, refuse } from '../../change-engagement';
import { leadOf } from '../../team/team.model';

/** Whoever leads is known to those she leads. */
export async function showToTeam(ctx: Context, input: { engagementId: string; shown: boolean }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', async ({ _id, missionId, teamVisible, credit }) => {
    if ((teamVisible ?? credit === 'named') === input.shown) return null;
    refuse(!input.shown && (await leadOf(missionId)) === _id ? 'team_refusal_lead_shown' : null);
    return { set: { teamVisible: input.shown } };
  });
}
