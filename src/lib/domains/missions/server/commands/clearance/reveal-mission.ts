/**
 * A volunteer asks for the names of a cleared mission: what she declared is compared with its other side, once, and only
 * when nothing clashes is she let in. The write that lets her in is the entry in the log.
 */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { screen, STATEMENT, whyNotCheck } from '../../../screening';
import { Missions } from '../../mission.model';
import { missionSight } from '../../queries/mission-sight';

/** @throws AppError not_found for who may not see even the summary, refused with what stands in the way */
export async function revealMission(ctx: Context, input: { missionId: string }): Promise<{ revealed: boolean }> {
  const { personId } = requireConfirmed(ctx);
  const { mission, sight } = await missionSight(ctx, input.missionId);
  const [volunteer] = await matchVolunteers([personId]);
  const refusal = whyNotCheck({
    cleared: sight === 'anonymised',
    declared: volunteer?.interestsDeclaredAt != null,
    alreadyChecked: mission.checkedBy?.includes(personId) ?? false,
  });
  if (refusal || !volunteer) throw new AppError('refused', refusal ?? 'reveal_refusal_undeclared');
  await takeFromLimit('revealByAccount', personId);
  const revealed = screen(volunteer, mission).result !== 'clash';
  const written = await Missions.updateOne(
    { _id: mission._id, confidentiality: 'cleared', checkedBy: op({ $ne: personId }) },
    {
      $addToSet: { checkedBy: personId, ...(revealed ? { clearedFor: personId } : {}) },
      $push: { timeline: entry(ctx, revealed ? 'revealed' : 'reveal_refused', STATEMENT) },
    },
  );
  // Pressed twice: the first press decided.
  if (written.matchedCount === 0) throw new AppError('refused', 'reveal_refusal_checked');
  return { revealed };
}
