/** What share of the impressions is due to whom, and how evenly they were given out: the public fairness figures. Pure. */

/**
 * Impressions due to each volunteer: an equal share, by the days on which they could be shown, of the impressions given
 * out in the period. Someone who joined halfway is due half of what the others are, so nobody starts with a debt.
 */
export function impressionsDue(given: number, daysEligible: ReadonlyMap<string, number>): Map<string, number> {
  let allDays = 0;
  for (const days of daysEligible.values()) allDays += Math.max(0, days);
  const due = new Map<string, number>();
  for (const [id, days] of daysEligible) due.set(id, allDays === 0 ? 0 : (given * Math.max(0, days)) / allDays);
  return due;
}

/**
 * Gini coefficient of impressions: 0 when all received the same, near 1 when one received everything.
 * G = Σ (2i − n − 1)·xᵢ / (n·Σxᵢ) over ascending xᵢ, i from 1 (C. Gini, Variabilità e mutabilità, 1912). Nobody or
 * nothing: 0.
 */
export function gini(impressions: readonly number[]): number {
  const ascending = [...impressions].sort((a, b) => a - b);
  const total = ascending.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const count = ascending.length;
  const weighted = ascending.reduce((sum, value, at) => sum + (2 * (at + 1) - count - 1) * value, 0);
  return weighted / (count * total);
}

/** The middle value, or the mean of the two in the middle; null for nobody. */
export function medianOf(values: readonly number[]): number | null {
  const ascending = [...values].sort((a, b) => a - b);
  const upper = ascending[ascending.length >> 1];
  const lower = ascending[(ascending.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

export interface FairnessFigures {
  volunteers: number;
  impressions: number;
  gini: number;
  medianImpressions: number | null;
  /** 0..1 of the volunteers who were shown at least once. */
  shareShown: number;
}

/** `received` holds everyone who could be shown in the period, those never shown with 0. */
export function fairnessOf(received: ReadonlyMap<string, number>): FairnessFigures {
  const counts = [...received.values()];
  return {
    volunteers: counts.length,
    impressions: counts.reduce((sum, count) => sum + count, 0),
    gini: gini(counts),
    medianImpressions: medianOf(counts),
    shareShown: counts.length === 0 ? 0 : counts.filter((count) => count > 0).length / counts.length,
  };
}
