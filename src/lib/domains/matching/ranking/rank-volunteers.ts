/** The top of a list of scored volunteers: by score for an audit, by equal visibility for a page. Pure. */
import type { VolunteerColumns } from '../scoring/volunteer-columns';
import { bandOf, exposureDeficit, shuffledBefore, type Exposure } from './bands';
import { topK } from './top-k';

/** Positions of the `k` highest scores, best first; equals in the order of the day's shuffle. */
export function rankByScore(columns: VolunteerColumns, scores: Float64Array, k: number, seed: string): number[] {
  const before = shuffledBefore(seed);
  const { ids } = columns;
  return topK(scores, k, (a, b) => before(ids[a] as string, ids[b] as string));
}

/** Positions of the first `k` in the order of `equalVisibilityOrder`, out of everyone who is ranked. */
export function rankByVisibility(
  columns: VolunteerColumns,
  scores: Float64Array,
  k: number,
  context: { exposure: ReadonlyMap<string, Exposure>; seed: string },
): number[] {
  const before = shuffledBefore(context.seed);
  const { ids } = columns;
  const bands = scores.map((score) => (score < 0 ? -1 : bandOf(score)));
  return topK(bands, k, (a, b) => {
    const idA = ids[a] as string;
    const idB = ids[b] as string;
    const less = exposureDeficit(context.exposure.get(idA)) - exposureDeficit(context.exposure.get(idB));
    return less === 0 ? before(idA, idB) : less > 0;
  });
}
