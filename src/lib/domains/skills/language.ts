/** Languages (ISO 639 codes) and how well they are spoken (CEFR A1 to C2). Names come from Intl, never from a list. */
import { z } from 'zod';

/** The official languages of the European Union. */
export const EU_LANGUAGES = [
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'ga',
  'hr',
  'hu',
  'it',
  'lt',
  'lv',
  'mt',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
] as const;

/** Languages of the regions, of the neighbours, and those most often needed beside the official ones. */
export const OTHER_LANGUAGES = [
  'ar',
  'bs',
  'ca',
  'cy',
  'eu',
  'fa',
  'gl',
  'hy',
  'is',
  'ka',
  'ku',
  'lb',
  'mk',
  'no',
  'rom',
  'ru',
  'sq',
  'sr',
  'tr',
  'uk',
  'zh',
] as const;

export const LANGUAGES = [...EU_LANGUAGES, ...OTHER_LANGUAGES] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

export interface LanguageSkill {
  code: LanguageCode;
  level: CefrLevel;
}

export const languageCodeSchema = z.enum(LANGUAGES);
export const cefrLevelSchema = z.enum(CEFR_LEVELS);
export const languageSkillSchema = z.strictObject({ code: languageCodeSchema, level: cefrLevelSchema });

export function isLanguageCode(value: string): value is LanguageCode {
  return (LANGUAGES as readonly string[]).includes(value);
}

export function isCefrLevel(value: string): value is CefrLevel {
  return (CEFR_LEVELS as readonly string[]).includes(value);
}

/** 1 (A1) to 6 (C2). */
export function cefrRank(level: CefrLevel): number {
  return CEFR_LEVELS.indexOf(level) + 1;
}

/** Does someone at `have` speak at least as well as `need` asks? */
export function meetsCefr(have: CefrLevel, need: CefrLevel): boolean {
  return cefrRank(have) >= cefrRank(need);
}

/** Search tokens, one per level up to the one held (`fr>=A1` … `fr>=B2`), as for skills. */
export function languageTokens(code: string, level: CefrLevel): string[] {
  return CEFR_LEVELS.filter((step) => meetsCefr(level, step)).map((step) => languageToken(code, step));
}

/** The token to ask for when `code` is wanted at `level` or better. */
export function languageToken(code: string, level: CefrLevel): string {
  return `${code}>=${level}`;
}

const names = new Map<string, Intl.DisplayNames>();

/** The language's name in `locale` ("Dutch", "néerlandais", "Nederlands"); an unknown code comes back as it is. */
export function languageName(code: string, locale: string): string {
  let display = names.get(locale);
  if (display === undefined) {
    display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    names.set(locale, display);
  }
  try {
    return display.of(code) ?? code;
  } catch {
    // Intl throws a RangeError for text that cannot be a language code at all.
    return code;
  }
}

/** Every known language, sorted by its name in `locale`, official EU languages first when `euFirst`. */
export function languageOptions(locale: string, euFirst = true): { value: LanguageCode; label: string }[] {
  const collator = new Intl.Collator(locale);
  const sorted = (codes: readonly LanguageCode[]) =>
    codes
      .map((value) => ({ value, label: languageName(value, locale) }))
      .sort((a, b) => collator.compare(a.label, b.label));
  return euFirst ? [...sorted(EU_LANGUAGES), ...sorted(OTHER_LANGUAGES)] : sorted(LANGUAGES);
}
