/** The deal that a mission came from, for whoever may see that deal; null for everybody else. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Deals, type DealDocument } from '../deal.model';
import { findDeal } from '../deals/change-deal';
import { requireSight } from '../deals/parties';

export interface DealOfMission {
  dealId: string;
  number: number;
  edition: { slug: string; name: string };
}

export async function dealOfMission(ctx: Context, missionId: string): Promise<DealOfMission | null> {
  const found = await Deals.findOne({ 'missions.missionId': missionId }).select({ _id: 1 }).lean<DealDocument>();
  if (!found) return null;
  const { deal, edition } = await findDeal(found._id);
  try {
    await requireSight(ctx, deal, edition);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
  return { dealId: deal._id, number: deal.number ?? 0, edition: { slug: edition.slug, name: edition.name } };
}
