/** HR takes an approval back: hours that were used stay used, the rest is free again. */
import type { Context } from '$lib/server/context';
import { requireEmployerById, findSponsorship } from '../../access';
import { AppError } from '$lib/shared/app-error';
import { followWork } from '../../follow-work';
import { endSponsorship } from '../../sponsorships';

export async function recallSponsorship(ctx: Context, input: { sponsorshipId: string; reason: string }): Promise<void> {
  const request = await findSponsorship(input.sponsorshipId);
  if (!ctx.system) await requireEmployerById(ctx, request.organisationId, 'editor');
  if (ctx.actor?.personId === request.personId) throw new AppError('forbidden', 'sponsorship_refusal_own');
  // What was verified until now was promised and counts.
  await followWork(request._id);
  await endSponsorship(ctx, request, 'recall', { reason: input.reason });
}
