/** The mediation of a piece of work for one of its two sides. */
import type { Context } from '$lib/server/context';
import type { DisputeView } from '../../../mediation/dispute-view';
import { engagementFor, type EngagementHead } from '../engagement-view';
import { disputeViews } from './dispute-view';

export interface MediationPage extends EngagementHead {
  current: DisputeView | null;
  past: DisputeView[];
}

/** @throws AppError not_found for strangers */
export async function mediationPage(ctx: Context, id: string): Promise<MediationPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const all = await disputeViews(engagement);
  const current = all.find(({ state }) => state !== 'closed') ?? null;
  return { ...head, current, past: all.filter((each) => each !== current) };
}
