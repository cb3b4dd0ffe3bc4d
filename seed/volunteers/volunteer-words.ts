/** Writes a volunteer's headline and life in her own language. */
import { languageName } from '$lib/domains/skills/language';
import type { Track } from '$lib/domains/volunteers/volunteer';
import { INTL_TAGS, type Locale } from '$lib/shared/locale';
import type { Chance } from '../engine/chance';
import type { Speciality } from './speciality';
import type { Spoken } from './spoken-languages';
import { CLOSINGS, TRACK_HEADLINES } from './words';

export interface Life {
  locale: Locale;
  isWoman: boolean;
  track: Track;
  years: number;
  /** By its name in `locale`. */
  city: string;
  spoken: readonly Spoken[];
}

/** Replaces `{years}` and its like, then `{man's word/woman's word}`. */
function fill(text: string, speciality: Speciality, life: Life): string {
  const values: Record<string, string> = {
    years: String(life.years),
    city: life.city,
    field: speciality.field[life.locale],
  };
  return text
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    .replace(/\{([^{}/]*)\/([^{}]*)\}/g, (_, man: string, woman: string) => (life.isWoman ? woman : man));
}

export function headlineOf(speciality: Speciality, life: Life, chance: Chance): string {
  const { track, locale } = life;
  const choices = track === 'professional' ? speciality.headlines[locale] : TRACK_HEADLINES[track][locale];
  return fill(chance.pick(choices), speciality, life);
}

export function bioOf(speciality: Speciality, life: Life, chance: Chance): string {
  const { locale } = life;
  const sentences = [chance.pick(speciality.bios[locale]), whereAndHow(life), chance.pick(CLOSINGS[locale])];
  return fill(sentences.join(' '), speciality, life);
}

function whereAndHow({ locale, city, spoken }: Life): string {
  const names = spoken.filter(([, level]) => level >= 'B2').map(([code]) => languageName(code, locale));
  const list = new Intl.ListFormat(INTL_TAGS[locale], { type: 'conjunction' }).format(names);
  switch (locale) {
    case 'fr':
      return `J’habite à ${city} et travaille en ${list}.`;
    case 'nl':
      return `Ik woon in ${city} en werk in het ${list}.`;
    case 'en':
      return `I live in ${city} and work in ${list}.`;
  }
}
