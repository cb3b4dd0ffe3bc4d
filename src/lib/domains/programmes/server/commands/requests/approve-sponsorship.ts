/** The manager or HR approves a request; its hours are set aside from this year's budget. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../sponsorship';
import { requireDecider } from '../../access';
import { approve } from '../../approve';

/** @throws AppError forbidden on one's own request, not_found for another employer's, refused without hours */
export async function approveSponsorship(ctx: Context, input: { sponsorshipId: string }): Promise<void> {
  const request = await requireDecider(ctx, input.sponsorshipId);
  if (request.state === 'approved' && request.decidedBy === ctx.actor?.personId) return;
  if (whyNotStep(request.state, 'approve')) throw new AppError('conflict', 'error_conflict');
  await approve(ctx, request, { personId: ctx.actor?.personId ?? null, name: ctx.actor?.name ?? '' });
}
