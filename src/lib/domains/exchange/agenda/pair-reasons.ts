/** Why two organisations should meet: for each direction the offer and the request that fit best, with reasons to check. Pure. */
import type { SkillGraph } from '$lib/domains/skills/graph';
import { serves, type ServeReason } from '../schedule/scoring/serves';
import { toExchangeItem, type FloorRegistration } from './floor-problem';

export interface Fit {
  offer: string;
  request: string;
  score: number;
  reasons: ServeReason[];
}

export interface PairFit {
  /** What the first gives the second, and what comes back; null where nothing fits. */
  gives: Fit | null;
  gets: Fit | null;
}

function bestFit(giver: FloorRegistration, receiver: FloorRegistration, graph: SkillGraph): Fit | null {
  let best: Fit | null = null;
  for (const offer of giver.items.filter(({ side }) => side === 'offer'))
    for (const request of receiver.items.filter(({ side }) => side === 'request')) {
      const { score, reasons } = serves(toExchangeItem(offer), toExchangeItem(request), graph);
      if (score > (best?.score ?? 0)) best = { offer: offer.title, request: request.title, score, reasons };
    }
  return best;
}

export function pairFit(one: FloorRegistration, other: FloorRegistration, graph: SkillGraph): PairFit {
  return { gives: bestFit(one, other, graph), gets: bestFit(other, one, graph) };
}
