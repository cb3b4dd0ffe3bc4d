/** The manager or HR refuses a request, with a reason that the person reads. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireDecider } from '../../access';
import { tryMoveSponsorship } from '../../sponsorships';

export async function refuseSponsorship(ctx: Context, input: { sponsorshipId: string; reason: string }): Promise<void> {
  const request = await requireDecider(ctx, input.sponsorshipId);
  const decision = {
    reason: input.reason,
    decidedBy: ctx.actor?.personId ?? null,
    decidedByName: ctx.actor?.name ?? '',
    decidedAt: ctx.now,
  };
  if (!(await tryMoveSponsorship(ctx, request._id, 'refuse', decision)))
    throw new AppError('conflict', 'error_conflict');
}
