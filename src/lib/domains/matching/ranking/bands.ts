/** Equal visibility: within a band of equal relevance, whoever has been shown least of what was due comes first. Pure. */
import { hashOf, shuffleRank } from './shuffle';

/** Ten bands of 0.1: band 9 holds 0.9 to 1, both included. */
export const BAND_COUNT = 10;

/** 0 to 9. */
export function bandOf(score: number): number {
  return Math.min(BAND_COUNT - 1, Math.max(0, Math.floor(score * BAND_COUNT)));
}

/** Impressions in the period for which fairness is reckoned: a list truly shown counts one for each person on it. */
export interface Exposure {
  received: number;
  due: number;
}

/** Positive: shown less than was due. */
export function exposureDeficit(exposure: Exposure | undefined): number {
  return exposure === undefined ? 0 : exposure.due - exposure.received;
}

/** Changes with every day and differs from role to role; `day` is a date such as 2027-03-12. */
export function dailySeed(roleId: string, day: string): string {
  return `${roleId} ${day}`;
}

/** A strict order of ids that is random to look at and the same for the same seed, whatever the order they came in. */
export function shuffledBefore(seed: string): (a: string, b: string) => boolean {
  const seedHash = hashOf(seed);
  return (a, b) => {
    const rankA = shuffleRank(seedHash, hashOf(a));
    const rankB = shuffleRank(seedHash, hashOf(b));
    return rankA === rankB ? a < b : rankA < rankB;
  };
}

/**
 * The order in which a list is shown: band, then deficit, then the day's shuffle. The score decides the band and nothing
 * inside it. The list itself is left as it is.
 */
export function equalVisibilityOrder<T extends { id: string; score: number }>(
  list: readonly T[],
  exposure: ReadonlyMap<string, Exposure>,
  seed: string,
): T[] {
  const before = shuffledBefore(seed);
  return [...list].sort(
    (a, b) =>
      bandOf(b.score) - bandOf(a.score) ||
      exposureDeficit(exposure.get(b.id)) - exposureDeficit(exposure.get(a.id)) ||
      (a.id === b.id ? 0 : before(a.id, b.id) ? -1 : 1),
  );
}
