/** The reasons of a score in words: "has both must-have skills at senior level", "lacks Dutch (nice to have)". Pure. */
import { m } from '$lib/paraglide/messages.js';
import { causeName } from '$lib/domains/skills/cause';
import { languageName } from '$lib/domains/skills/language';
import { jurisdictionName } from '$lib/domains/skills/place';
import { skillLevelName } from '$lib/domains/skills/skill';
import { formatDay, formatNumber } from '$lib/shared/dates';
import { INTL_TAGS, type Locale } from '$lib/shared/locale';
import type { LanguageAtLevel, SkillAtLevel } from './match-input';
import type { HoursFit, LanguageFit, LawFit, MatchReason, SkillFit } from './reasons';
import type { Criterion } from './weights';

/** Who is spoken to, in which language, and the names that only the caller knows. */
export interface ReasonWords {
  locale: Locale;
  /** `you`: the volunteer reads about herself. */
  who: 'you' | 'they';
  skill: (slug: string) => string;
  licence: (kind: string) => string;
}

export function criterionName(criterion: Criterion, locale: Locale): string {
  const options = { locale };
  switch (criterion) {
    case 'mustHave':
      return m.match_criterion_must_have({}, options);
    case 'niceToHave':
      return m.match_criterion_nice_to_have({}, options);
    case 'related':
      return m.match_criterion_related({}, options);
    case 'languages':
      return m.match_criterion_languages({}, options);
    case 'causes':
      return m.match_criterion_causes({}, options);
    case 'jurisdiction':
      return m.match_criterion_jurisdiction({}, options);
    case 'hours':
      return m.match_criterion_hours({}, options);
    case 'place':
      return m.match_criterion_place({}, options);
    case 'responsiveness':
      return m.match_criterion_responsiveness({}, options);
  }
}

/** "a, b and c" in the reader's language. */
export function listed(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(INTL_TAGS[locale], { type: 'conjunction' }).format(items);
}

export const languageWords = ({ code, level }: LanguageAtLevel, locale: Locale): string =>
  `${languageName(code, locale)} (${level})`;

const levelWord = (level: SkillAtLevel['level'], locale: Locale): string =>
  skillLevelName(level, { locale }).toLocaleLowerCase(INTL_TAGS[locale]);

const skillWords = ({ skill, level }: SkillAtLevel, { locale, skill: name }: ReasonWords): string =>
  `${name(skill)} (${levelWord(level, locale)})`;

const percent = (fraction: number, locale: Locale): string =>
  formatNumber(fraction, locale, { style: 'percent', maximumFractionDigits: 0 });

/** Semicolons between what is there, what is below its level and what is missing; nothing said of what is empty. */
const joined = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join('; ');

function wholeMustHave({ met }: SkillFit, { who, locale }: ReasonWords): string {
  const options = { locale };
  const levels = met.map(({ level }) => level);
  const lowest = Math.min(...levels) as SkillAtLevel['level'];
  const same = levels.every((level) => level === lowest);
  const word = { level: levelWord(lowest, locale) };
  const level = same ? m.match_at_level(word, options) : m.match_from_level(word, options);
  if (met.length === 1) return m.match_must_one({ who, level }, options);
  if (met.length === 2) return m.match_must_both({ who, level }, options);
  return m.match_must_all({ who, level, count: met.length }, options);
}

function skillsText(fit: SkillFit, words: ReasonWords, needed: 'must' | 'nice'): string {
  const { who, locale } = words;
  const options = { locale };
  const held = fit.met.map((skill) => skillWords(skill, words));
  const missing = listed(
    fit.missing.map(({ skill }) => words.skill(skill)),
    locale,
  );
  return joined([
    held.length > 0 && m.match_has_skills({ who, skills: listed(held, locale) }, options),
    ...fit.below.map((below) =>
      m.match_skill_below(
        {
          skill: words.skill(below.skill),
          level: levelWord(below.level, locale),
          needed: levelWord(below.needed, locale),
        },
        options,
      ),
    ),
    missing !== '' &&
      (needed === 'must'
        ? m.match_lacks_must({ who, skills: missing }, options)
        : m.match_lacks_nice({ who, skills: missing }, options)),
  ]);
}

function languagesText(fit: LanguageFit, { who, locale }: ReasonWords): string {
  const options = { locale };
  const names = (required: boolean) =>
    fit.missing.filter((need) => need.required === required).map(({ code }) => languageName(code, locale));
  const [required, optional] = [names(true), names(false)];
  const spoken = fit.met.map((language) => languageWords(language, locale));
  return joined([
    spoken.length > 0 && m.match_speaks({ who, languages: listed(spoken, locale) }, options),
    ...fit.below.map(({ code, level, needed }) =>
      m.match_language_below({ language: languageName(code, locale), level, needed }, options),
    ),
    required.length > 0 && m.match_lacks_language_required({ who, languages: listed(required, locale) }, options),
    optional.length > 0 && m.match_lacks_language({ who, languages: listed(optional, locale) }, options),
  ]);
}

function lawText({ known, unknown, licence }: LawFit, words: ReasonWords): string {
  const { who, locale } = words;
  const options = { locale };
  const places = (codes: readonly string[]) =>
    listed(
      codes.map((code) => jurisdictionName(code, locale)),
      locale,
    );
  const named = licence && {
    who,
    licence: words.licence(licence.kind),
    place: jurisdictionName(licence.jurisdiction, locale),
  };
  return joined([
    known.length > 0 && m.match_knows_law({ who, places: places(known) }, options),
    unknown.length > 0 && m.match_lacks_law({ who, places: places(unknown) }, options),
    named !== null && (licence?.held ? m.match_licence_held(named, options) : m.match_licence_lacking(named, options)),
  ]);
}

function hoursText(fit: HoursFit, enough: boolean, { who, locale }: ReasonWords): string {
  const options = { locale };
  const perWeek = formatNumber(fit.perWeek, locale);
  const free =
    fit.until === null
      ? m.match_free({ who, perWeek }, options)
      : m.match_free_until({ who, perWeek, until: formatDay(new Date(fit.until), locale) }, options);
  const needed = formatNumber(fit.needed, locale);
  if (enough) return m.match_hours_enough({ free, needed }, options);
  return m.match_hours_short({ free, needed, available: formatNumber(fit.available, locale) }, options);
}

export function reasonText(reason: MatchReason, words: ReasonWords): string {
  const { who, locale } = words;
  const options = { locale };
  switch (reason.key) {
    case 'not_counted':
      return m.match_not_counted({}, options);
    case 'has_all_must_have':
      return wholeMustHave(reason.params, words);
    case 'has_some_must_have':
    case 'has_no_must_have':
      return skillsText(reason.params, words, 'must');
    case 'has_all_nice_to_have':
    case 'has_some_nice_to_have':
    case 'has_no_nice_to_have':
      return skillsText(reason.params, words, 'nice');
    case 'needs_no_stand_in':
      return m.match_stand_in_not_needed({}, options);
    case 'has_no_stand_in':
      return m.match_stand_in_none({}, options);
    case 'has_stand_ins':
      return joined(
        reason.params.standIns.map(({ held, needed, fraction }) =>
          m.match_stand_in(
            { held: words.skill(held), needed: words.skill(needed), percent: percent(fraction, locale) },
            options,
          ),
        ),
      );
    case 'speaks_all':
    case 'speaks_some':
    case 'speaks_none':
      return languagesText(reason.params, words);
    case 'shares_causes':
    case 'shares_no_cause': {
      const { shared, others } = reason.params;
      const causes = listed(
        (shared.length > 0 ? shared : others).map((cause) => causeName(cause, locale)),
        locale,
      );
      return reason.key === 'shares_causes'
        ? m.match_shares_causes({ who, causes }, options)
        : m.match_shares_no_cause({ who, causes }, options);
    }
    case 'knows_all_law':
    case 'knows_some_law':
    case 'knows_no_law':
      return lawText(reason.params, words);
    case 'hours_enough':
    case 'hours_short':
      return hoursText(reason.params, reason.key === 'hours_enough', words);
    case 'hours_unknown':
      return m.match_hours_unknown({ who }, options);
    case 'place_near':
      return m.match_place_near({ kilometres: formatNumber(reason.params.kilometres, locale) }, options);
    case 'place_far': {
      const { kilometres, radiusKm } = reason.params;
      const radius = formatNumber(radiusKm, locale);
      return m.match_place_far({ kilometres: formatNumber(kilometres, locale), radius }, options);
    }
    case 'place_same_country':
      return m.match_place_same_country({ country: jurisdictionName(reason.params.country, locale) }, options);
    case 'place_elsewhere':
      return m.match_place_elsewhere({ country: jurisdictionName(reason.params.country, locale) }, options);
    case 'place_not_remote':
      return m.match_place_not_remote({ who }, options);
    case 'replies': {
      const { medianReplyHours: hours, shareAnswered: share } = reason.params;
      return joined([
        hours !== null &&
          m.match_replies_within({ who, hours: formatNumber(Math.max(1, Math.ceil(hours)), locale) }, options),
        share !== null && m.match_answers_share({ who, percent: percent(share, locale) }, options),
      ]);
    }
  }
}
