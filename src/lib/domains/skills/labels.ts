/** A label in the languages of the interface; English is always there and stands in for a language that is missing. */
import { z } from 'zod';

export interface Labels {
  en: string;
  fr?: string | undefined;
  nl?: string | undefined;
}

export const labelsSchema = z.strictObject({
  en: z.string().trim().min(2).max(120),
  fr: z.string().trim().min(2).max(120).optional(),
  nl: z.string().trim().min(2).max(120).optional(),
});

/** The label in `locale` (`en`, `fr`, `nl`, or any other, which gives English). */
export function labelIn(labels: Labels, locale: string): string {
  if (locale === 'fr') return labels.fr ?? labels.en;
  if (locale === 'nl') return labels.nl ?? labels.en;
  return labels.en;
}

/** The language of what `labelIn` gives, where it is not the reader's: for the `lang` attribute. */
export function labelLang(labels: Labels, locale: string): 'en' | undefined {
  if (locale === 'fr') return labels.fr === undefined ? 'en' : undefined;
  if (locale === 'nl') return labels.nl === undefined ? 'en' : undefined;
  return undefined;
}

/** Text as it is compared: lower case, accents folded, single spaces ("Égalité  réelle" becomes "egalite reelle"). */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
