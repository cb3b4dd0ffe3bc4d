/** The person takes her request back, or goes on in her own time: hours not used are free again. */
import type { Context } from '$lib/server/context';
import { requireOwnSponsorship } from '../../access';
import { followWork } from '../../follow-work';
import { endSponsorship } from '../../sponsorships';

export async function withdrawSponsorship(ctx: Context, input: { sponsorshipId: string }): Promise<void> {
  const request = await requireOwnSponsorship(ctx, input.sponsorshipId);
  if (request.state === 'withdrawn') return;
  await followWork(request._id);
  await endSponsorship(ctx, request, 'withdraw');
}
