/** The names that reasons and exclusions need, from labels that a page has loaded. Pure. */
import { licenceName } from '$lib/domains/missions/mission-words';
import { LICENCE_KINDS } from '$lib/domains/missions/mission';
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
    licence: (kind) => {
      const known = LICENCE_KINDS.find((each) => each === kind);
      return known ? licenceName(known) : kind;
    },
  };
}
