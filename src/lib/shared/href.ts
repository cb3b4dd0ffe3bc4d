/** Links of our own pages with the reader's language in front, and the guard for redirects that a request names. */
import { getLocale } from '$lib/paraglide/runtime.js';
import { BASE_LOCALE, type Locale } from './locale';

/** `href('/missions', 'fr')` is `/fr/missions`; without a locale the current one is taken. */
export function href(path: string, locale: Locale = getLocale()): string {
  if (locale === BASE_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/**
 * A target inside this site, or the fallback. Refuses `//host`, `/\host`, schemes and control characters, each of which
 * a browser would follow elsewhere or a header would break on.
 */
export function localTarget(target: string | null | undefined, fallback: string): string {
  if (!target || target.length > 2000) return fallback;
  if (!/^\/(?![/\\])/.test(target) || hasControlOrBackslash(target)) return fallback;
  return target;
}

function hasControlOrBackslash(text: string): boolean {
  return [...text].some((character) => character === '\\' || character.charCodeAt(0) < 32);
}
