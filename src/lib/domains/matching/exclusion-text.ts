/** Why someone is kept out, in words: to the NGO about a volunteer, or to the volunteer about herself. Pure. */
import { m } from '$lib/paraglide/messages.js';
import { causeName } from '$lib/domains/skills/cause';
import { jurisdictionName } from '$lib/domains/skills/place';
import { formatDay } from '$lib/shared/dates';
import { languageWords, listed, type ReasonWords } from './reason-text';
import type { Exclusion } from './reasons';

function notAvailable(
  { noHours, from, until }: Extract<Exclusion, { kind: 'not_available' }>['params'],
  words: ReasonWords,
) {
  const { who, locale } = words;
  const options = { locale };
  if (noHours) return m.match_out_no_hours({ who }, options);
  const day = (at: number) => formatDay(new Date(at), locale);
  if (from !== null && until === null) return m.match_out_free_from({ who, date: day(from) }, options);
  if (until !== null && from === null) return m.match_out_free_until({ who, date: day(until) }, options);
  return m.match_out_not_free({ who }, options);
}

export function exclusionText(exclusion: Exclusion, words: ReasonWords): string {
  const { who, locale } = words;
  const options = { locale };
  switch (exclusion.kind) {
    case 'not_available':
      return notAvailable(exclusion.params, words);
    case 'language_required': {
      const { below, missing } = exclusion.params;
      const asked = [...missing, ...below.map(({ code, needed }) => ({ code, level: needed }))];
      const languages = listed(
        asked.map((language) => languageWords(language, locale)),
        locale,
      );
      return m.match_out_language({ who, languages }, options);
    }
    case 'conflict_of_interest': {
      const { parties, files } = exclusion.params;
      return m.match_out_conflict({ who, names: listed([...parties, ...files], locale) }, options);
    }
    case 'blocked':
      return m.match_out_blocked({}, options);
    case 'programme_refuses': {
      const { causes, counterparties } = exclusion.params;
      const names = [...causes.map((cause) => causeName(cause, locale)), ...counterparties];
      return m.match_out_programme({ who, names: listed(names, locale) }, options);
    }
    case 'student_without_supervisor':
      return m.match_out_student({ who }, options);
    case 'licence_required': {
      const { kind, jurisdiction } = exclusion.params;
      const named = { who, licence: words.licence(kind), place: jurisdictionName(jurisdiction, locale) };
      return m.match_out_licence(named, options);
    }
  }
}
