/** The languages of the interface. A new one is one file in src/messages and one line here and in project.inlang. */

export const LOCALES = ['en', 'fr', 'nl'] as const;
export type Locale = (typeof LOCALES)[number];
export const BASE_LOCALE: Locale = 'en';

/** Each language's own name for itself, for the language switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français', nl: 'Nederlands' };

/** The tag that `Intl` formats with: European English, so that days come before months. */
export const INTL_TAGS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' };

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}

/** Splits `/fr/missions` into `fr` and `/missions`; a path without a known prefix is in the base language. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = '', ...rest] = pathname.split('/');
  if (isLocale(first) && first !== BASE_LOCALE) return { locale: first, path: `/${rest.join('/')}` };
  return { locale: BASE_LOCALE, path: pathname };
}

/** The best language for an Accept-Language header, or null when it names none of ours (RFC 9110, section 12.5.4). */
export function preferredLocale(acceptLanguage: string | null): Locale | null {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLocale) ?? null;
}
