/** Everything one can choose from while writing a mission, named in the reader's language. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { causeOptions } from '$lib/domains/skills/cause';
import { CEFR_LEVELS, languageOptions } from '$lib/domains/skills/language';
import { cityOptions, countryOptions, jurisdictionOptions } from '$lib/domains/skills/place';
import { SKILL_LEVELS, skillLevelName } from '$lib/domains/skills/skill';
import { licenceName, REQUIRABLE_LICENCES } from '$lib/domains/skills/licences/licence';
import { institutionOptions } from '../../../subject/institution';
import { MISSION_STAGES, stageHint, stageName } from '../../../subject/stage';

export function editChoices(ctx: Context) {
  const { locale } = ctx;
  return {
    institutions: institutionOptions(locale, {
      union: m.mission_institutions_union(),
      agencies: m.mission_institutions_agencies(),
      international: m.mission_institutions_international(),
      national: m.mission_institutions_national(),
    }),
    stages: MISSION_STAGES.map((stage) => ({ value: stage, label: stageName(stage), hint: stageHint(stage) })),
    causes: causeOptions(locale).map(({ value, label }) => ({ value, label })),
    languages: languageOptions(locale),
    cefr: CEFR_LEVELS.map((level) => ({ value: level, label: level })),
    countries: countryOptions(locale),
    cities: cityOptions(locale).map(({ value, label, hint }) => ({ value, label, group: hint })),
    jurisdictions: jurisdictionOptions(locale),
    levels: SKILL_LEVELS.map((level) => ({ value: String(level), label: skillLevelName(level) })),
    licences: REQUIRABLE_LICENCES.map((kind) => ({ value: kind, label: licenceName(kind) })),
  };
}

export type EditChoices = ReturnType<typeof editChoices>;
