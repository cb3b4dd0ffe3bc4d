/** What an NGO's public page shows of its missions: what is open now, then what it did. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { LISTED_STATES } from '../../mission-state';
import { Missions, type MissionDocument } from '../mission.model';
import { cardsOf, type MissionCard } from './mission-cards';

const MAX = 60;

/** Anonymised missions are left out: beside its name they would be anonymous no more. */
export async function openMissionsOf(
  ctx: Context,
  organisationId: string,
): Promise<{ open: MissionCard[]; earlier: MissionCard[] }> {
  const found = await Missions.find(
    { organisationId, state: op({ $in: [...LISTED_STATES] }), confidentiality: op({ $ne: 'cleared' as const }) },
    { timeline: 0, goal: 0 },
  )
    .sort({ deadline: 1 })
    .limit(MAX)
    .lean<MissionDocument[]>();
  const cards = await cardsOf(ctx, found);
  return { open: cards.filter((card) => card.open), earlier: cards.filter((card) => !card.open).reverse() };
}
