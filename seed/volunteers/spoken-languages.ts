/** Which languages people of a country speak, and in which of ours they write. */
import type { CefrLevel, LanguageCode } from '$lib/domains/skills/language';
import type { CountryCode } from '$lib/domains/skills/place';
import type { Locale } from '$lib/shared/locale';
import type { Chance } from '../engine/chance';

export type Spoken = readonly [code: LanguageCode, level: CefrLevel];

/** Mother tongue; then what people there often speak besides English. */
const TONGUES: Partial<Record<CountryCode, { own: LanguageCode; besides: readonly LanguageCode[] }>> = {
  NL: { own: 'nl', besides: ['de', 'fr', 'es'] },
  FR: { own: 'fr', besides: ['es', 'de', 'it', 'ar'] },
  LU: { own: 'fr', besides: ['de', 'lb', 'pt'] },
  DE: { own: 'de', besides: ['fr', 'es', 'tr', 'nl', 'ru'] },
  AT: { own: 'de', besides: ['it', 'hu', 'fr'] },
  IT: { own: 'it', besides: ['fr', 'es', 'de'] },
  ES: { own: 'es', besides: ['ca', 'fr', 'pt', 'eu'] },
  PT: { own: 'pt', besides: ['es', 'fr'] },
  PL: { own: 'pl', besides: ['de', 'uk', 'fr'] },
  CZ: { own: 'cs', besides: ['de', 'sk'] },
  HU: { own: 'hu', besides: ['de', 'ro'] },
  RO: { own: 'ro', besides: ['fr', 'hu', 'it'] },
  BG: { own: 'bg', besides: ['de', 'ru'] },
  SI: { own: 'sl', besides: ['hr', 'it', 'de'] },
  GR: { own: 'el', besides: ['fr', 'de'] },
  SE: { own: 'sv', besides: ['de', 'no', 'fi'] },
  DK: { own: 'da', besides: ['sv', 'de'] },
  FI: { own: 'fi', besides: ['sv', 'et'] },
};

const BELGIAN_LOCALES = [
  ['nl', 54],
  ['fr', 41],
  ['en', 5],
] as const;

export function localeOf(country: CountryCode, chance: Chance): Locale {
  if (country === 'NL') return 'nl';
  if (country === 'FR' || country === 'LU') return 'fr';
  return country === 'BE' ? chance.weighted(BELGIAN_LOCALES) : 'en';
}

const ENGLISH_LEVELS = [
  ['C2', 2],
  ['C1', 6],
  ['B2', 3],
] as const;
const HOW_MANY_MORE = [
  [0, 4],
  [1, 5],
  [2, 2],
] as const;

/** Best first. */
export function spokenBy(country: CountryCode, locale: Locale, chance: Chance): Spoken[] {
  if (country === 'IE') return irish(chance);
  const english: Spoken = ['en', chance.weighted(ENGLISH_LEVELS)];
  if (country === 'BE') return belgian(locale, english, chance);
  const { own, besides } = TONGUES[country] ?? { own: 'en' as const, besides: [] };
  const more = chance.some(besides, chance.weighted(HOW_MANY_MORE));
  const levels = ['B1', 'B2', 'B2', 'C1'] as const;
  return [[own, 'C2'], english, ...more.map((code): Spoken => [code, chance.pick(levels)])];
}

function irish(chance: Chance): Spoken[] {
  const spoken: Spoken[] = [['en', 'C2']];
  if (chance.is(0.5)) spoken.push(['ga', 'B1']);
  if (chance.is(0.4)) spoken.push(['fr', 'B2']);
  return spoken;
}

function belgian(locale: Locale, english: Spoken, chance: Chance): Spoken[] {
  const own = locale === 'nl' ? 'nl' : 'fr';
  const spoken: Spoken[] = [[own, 'C2'], english];
  if (chance.is(0.85)) spoken.push([own === 'nl' ? 'fr' : 'nl', chance.pick(['B1', 'B2', 'C1'] as const)]);
  if (chance.is(0.25)) spoken.push(['de', 'B1']);
  return spoken;
}
