/** The top of a list of scored volunteers: by score for an audit, by equal visibility for a page. Pure. */
import type { VolunteerColumns } from '../scoring/volunteer-columns';
import { BAND_COUNT, bandOf, exposureDeficit, type Exposure } from './bands';
import { hashOf, shuffleRank } from './shuffle';
import { topK } from './top-k';

/** The order of `shuffledBefore`, by positions. */
function shuffledPositions({ ids, idHashes }: VolunteerColumns, seed: string): (a: number, b: number) => boolean {
  const seedHash = hashOf(seed);
  return (a, b) => {
    const rankA = shuffleRank(seedHash, idHashes[a] as number);
    const rankB = shuffleRank(seedHash, idHashes[b] as number);
    return rankA === rankB ? (ids[a] as string) < (ids[b] as string) : rankA < rankB;
  };
}

/** Positions of the `k` highest scores, best first; equals in the order of the day's shuffle. */
export function rankByScore(columns: VolunteerColumns, scores: Float64Array, k: number, seed: string): number[] {
  return topK(scores, k, shuffledPositions(columns, seed));
}

/** Positions of everyone whose band can be among the first `k`: the band of the k-th and those above it. */
function inFirstBands(bands: Int8Array, k: number): number[] {
  const counts = new Int32Array(BAND_COUNT);
  for (let position = 0; position < bands.length; position++) {
    const band = bands[position] as number;
    if (band >= 0) counts[band] = (counts[band] as number) + 1;
  }
  let lowest = BAND_COUNT - 1;
  for (let found = counts[lowest] as number; lowest > 0 && found < k; found += counts[lowest] as number) lowest--;
  const positions: number[] = [];
  for (let position = 0; position < bands.length; position++) {
    if ((bands[position] as number) >= lowest) positions.push(position);
  }
  return positions;
}

/** Positions of the first `k` in the order of `equalVisibilityOrder`, out of everyone who is ranked. */
export function rankByVisibility(
  columns: VolunteerColumns,
  scores: Float64Array,
  k: number,
  context: { exposure: ReadonlyMap<string, Exposure>; seed: string },
): number[] {
  const bands = new Int8Array(scores.length);
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    bands[position] = score < 0 ? -1 : bandOf(score);
  }
  const positions = inFirstBands(bands, k);
  const keys = new Float64Array(positions.length);
  const deficits = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    keys[at] = bands[position] as number;
    deficits[at] = exposureDeficit(context.exposure.get(columns.ids[position] as string));
  }
  const before = shuffledPositions(columns, context.seed);
  const top = topK(keys, k, (a, b) => {
    const more = (deficits[a] as number) - (deficits[b] as number);
    return more === 0 ? before(positions[a] as number, positions[b] as number) : more > 0;
  });
  return top.map((at) => positions[at] as number);
}
