/** The score of every pair on a floor: what each can do for the other, and how they feel about meeting. Pure. */
import { z } from 'zod';
import type { SkillGraph } from '$lib/domains/skills/graph';
import { RECIPROCITIES, type Reciprocity } from '../../deal/deal';
import {
  MAX_ORGANISATIONS,
  organisationSchema,
  pairKey,
  problemSchema,
  type Progress,
  type ScoredPair,
} from '../problem';
import { readItem, servesRead, type ReadItem } from './serves';

const text = (most: number) => z.string().max(most);
const itemSchema = z.strictObject({
  category: text(64),
  title: text(200),
  text: text(4000),
  skills: z.array(text(100)).max(50),
  place: text(200),
  quantity: z.number().min(0),
  unit: text(100),
  period: text(200),
});

export const scoringInputSchema = z.strictObject({
  organisations: z
    .array(
      organisationSchema.extend({
        offers: z.array(itemSchema).max(50),
        requests: z.array(itemSchema).max(50),
      }),
    )
    .max(MAX_ORGANISATIONS),
  /** Pairs of which one would like to meet the other, once for each who would. */
  meets: problemSchema.shape.musts,
  reciprocity: z.enum(RECIPROCITIES),
  /** For each skill asked for, the others that stand in for part of it. */
  skills: z.array(
    z.tuple([text(100), z.array(z.strictObject({ slug: text(100), fraction: z.number().min(0).max(1) }))]),
  ),
});
export type ScoringInput = z.infer<typeof scoringInputSchema>;

/** What a wish to meet adds of what is missing to 1; both wishing adds it twice. */
const WISH = 0.25;
/** Where giving back is only encouraged, nothing to give back counts as this little. */
const LITTLE = 0.1;

/** Of "A serves B" and "B serves A": the geometric mean, so that one-sided pairs score low where giving back matters. */
export function mutualScore(forward: number, back: number, reciprocity: Reciprocity): number {
  if (reciprocity === 'off') return Math.max(forward, back);
  if (reciprocity === 'required') return Math.sqrt(forward * back);
  return forward === 0 && back === 0 ? 0 : Math.sqrt(Math.max(forward, LITTLE) * Math.max(back, LITTLE));
}

export const withWishes = (score: number, wishes: number): number =>
  1 - (1 - score) * (1 - WISH) ** Math.min(2, wishes);

export interface PairScores {
  scores: ScoredPair[];
  /** How well each serves each other, for rings. */
  services: { from: string; to: string; score: number }[];
}

export function scorePairs(input: ScoringInput, progress: Progress = () => {}): PairScores {
  const graph: SkillGraph = new Map(input.skills);
  const organisations = [...input.organisations].sort((x, y) => (x.id < y.id ? -1 : 1));
  const read = organisations.map(({ id, side, offers, requests }) => ({
    id,
    side,
    offers: offers.map(readItem),
    requests: requests.map(readItem),
  }));
  const wishes = new Map<string, number>();
  for (const { a, b } of input.meets) wishes.set(pairKey(a, b), (wishes.get(pairKey(a, b)) ?? 0) + 1);
  const result: PairScores = { scores: [], services: [] };
  for (const [at, one] of read.entries()) {
    progress('reading', at / read.length);
    for (const other of read.slice(at + 1)) {
      const forward = bestService(one.offers, other.requests, graph);
      const back = bestService(other.offers, one.requests, graph);
      if (forward > 0) result.services.push({ from: one.id, to: other.id, score: forward });
      if (back > 0) result.services.push({ from: other.id, to: one.id, score: back });
      if (one.side === other.side && one.side !== 'both') continue;
      const score = withWishes(
        mutualScore(forward, back, input.reciprocity),
        wishes.get(pairKey(one.id, other.id)) ?? 0,
      );
      if (score > 0) result.scores.push({ a: one.id, b: other.id, score });
    }
  }
  progress('finishing', 1);
  return result;
}

function bestService(offers: readonly ReadItem[], requests: readonly ReadItem[], graph: SkillGraph): number {
  let best = 0;
  for (const offer of offers)
    for (const request of requests) best = Math.max(best, servesRead(offer, request, graph).score);
  return best;
}
