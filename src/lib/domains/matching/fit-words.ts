/** Words for how well someone fits: one for each two bands, for cards and lists. Pure. */
import { m } from '$lib/paraglide/messages.js';
import type { CardFit } from '$lib/domains/missions/components/card';

/** `band` is 0 to 9. */
export function bandWord(band: number): string {
  if (band >= 8) return m.match_band_excellent();
  if (band >= 6) return m.match_band_good();
  if (band >= 4) return m.match_band_partial();
  return m.match_band_distant();
}

export function toCardFit(fit: { score: number; band: number; skills: readonly string[] }): CardFit {
  return { score: Math.round(fit.score * 100), word: bandWord(fit.band), skills: new Set(fit.skills) };
}
