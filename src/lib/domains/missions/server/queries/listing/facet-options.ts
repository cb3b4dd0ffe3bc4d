/** The facets of the list with their names and counts in the reader's language, the most useful choices first. */
import type { Context } from '$lib/server/context';
import { collatorOf } from '$lib/shared/dates';
import { CAUSE_SLUGS, causeName } from '$lib/domains/skills/cause';
import { currentSlugs } from '$lib/domains/skills/graph';
import { labelIn } from '$lib/domains/skills/labels';
import { languageName } from '$lib/domains/skills/language';
import { countryName } from '$lib/domains/skills/place';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { m } from '$lib/paraglide/messages.js';
import { FACETS, HOURS_BANDS, type Facet, type MissionFilters } from '../../../listing/mission-filters';
import { hoursBandName } from '../../../listing/listing-words';
import { institutionName } from '../../../subject/institution';
import { isStage, MISSION_STAGES, stageName } from '../../../subject/stage';
import type { MissionList } from '../list-missions';

export interface FacetOption {
  value: string;
  label: string;
  /** Absent while search is down. */
  count?: number;
  checked: boolean;
}

export type FacetOptions = Record<Facet, FacetOption[]>;

/** Choices that are offered; the others are found by searching. */
const MOST = 14;

/** In their own order rather than by count. */
const ORDERED: Partial<Record<Facet, readonly string[]>> = { hours: HOURS_BANDS, stage: MISSION_STAGES };
/** Offered without counts while search is down. */
const ALWAYS: Partial<Record<Facet, readonly string[]>> = { ...ORDERED, cause: CAUSE_SLUGS };

export async function facetOptions(
  ctx: Context,
  list: Pick<MissionList, 'counts'>,
  filters: MissionFilters,
): Promise<FacetOptions> {
  const nameOf = await namer(ctx, list, filters);
  // A retired skill is chosen as its heir.
  const skill = currentSlugs(filters.chosen.skill, await skillHeirs());
  const collator = collatorOf(ctx.locale);
  const optionsOf = (facet: Facet): FacetOption[] => {
    const chosen = { ...filters.chosen, skill }[facet];
    const counts = list.counts ? new Map(list.counts.facets[facet].map(({ value, count }) => [value, count])) : null;
    const offered = counts ? [...counts.keys()] : (ALWAYS[facet] ?? []);
    const options = [...new Set([...offered, ...chosen])].map((value) => ({
      value,
      label: nameOf(facet, value),
      checked: chosen.includes(value),
      ...(counts ? { count: counts.get(value) ?? 0 } : {}),
    }));
    const order = ORDERED[facet];
    if (order) return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    options.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || collator.compare(a.label, b.label));
    return options.filter((option, index) => index < MOST || option.checked);
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, optionsOf(facet)])) as FacetOptions;
}

async function namer(ctx: Context, list: Pick<MissionList, 'counts'>, filters: MissionFilters) {
  const counted = (list.counts?.facets.skill ?? []).slice(0, MOST * 2).map(({ value }) => value);
  const labels = await skillLabels(ctx, [...counted, ...currentSlugs(filters.chosen.skill, await skillHeirs())]);
  return (facet: Facet, value: string): string => {
    switch (facet) {
      case 'skill': {
        const label = labels.get(value);
        return label ? labelIn(label.labels, ctx.locale) : value;
      }
      case 'cause':
        return causeName(value, ctx.locale);
      case 'language':
        return languageName(value, ctx.locale);
      case 'place':
        return value === 'remote' ? m.mission_place_remote() : countryName(value, ctx.locale);
      case 'hours':
        return hoursBandName(value);
      case 'stage':
        return isStage(value) ? stageName(value) : value;
      case 'institution':
        return institutionName(value, ctx.locale);
    }
  };
}
