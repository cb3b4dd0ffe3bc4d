/** The names that reasons and exclusions need, from labels that a page has loaded. Pure. */
import { isLicenceKind, licenceName } from '$lib/domains/skills/licences/licence';
import type { Locale } from '$lib/shared/locale';
import type { ReasonWords } from './reason-text';

export function wordsFor(
  locale: Locale,
  who: ReasonWords['who'],
  labels: Readonly<Record<string, string>>,
): ReasonWords {
  return {
    locale,
    who,
    skill: (slug) => labels[slug] ?? slug,
    licence: (kind) => (isLicenceKind(kind) ? licenceName(kind) : kind),
  };
}
