/** The facets of the list with their names and counts in the reader's language, the most useful choices first. */
import type { Context } from '$lib/server/context';
import { collatorOf } from '$lib/shared/dates';
import { currentSlugs } from '$lib/domains/skills/graph';
import { labelIn } from '$lib/domains/skills/labels';
import { languageName } from '$lib/domains/skills/language';
import { countryName } from '$lib/domains/skills/place';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { FACETS, HOURS_BANDS, type Facet, type VolunteerFilters } from '../../listing/volunteer-filters';
import { TRACKS, type Track } from '../../volunteer';
import { hoursBandWords, trackWords } from '../../volunteer-words';
import type { VolunteerList } from './list-volunteers';

export interface FacetOption {
  value: string;
  label: string;
  /** Absent while search is down. */
  count?: number;
  checked: boolean;
}

/** Choices that are offered; the others are found by searching. */
const MOST = 14;

/** In their own order rather than by count, and offered without counts while search is down. */
const ORDERED: Partial<Record<Facet, readonly string[]>> = { hours: HOURS_BANDS, track: TRACKS };

export async function facetOptions(
  ctx: Context,
  list: Pick<VolunteerList, 'counts'>,
  filters: VolunteerFilters,
): Promise<Record<Facet, FacetOption[]>> {
  const counted = (list.counts?.skill ?? []).slice(0, MOST * 2).map(({ value }) => value);
  // A retired skill is chosen as its heir.
  const skill = currentSlugs(filters.chosen.skill, await skillHeirs());
  const labels = await skillLabels(ctx, [...counted, ...skill]);
  const collator = collatorOf(ctx.locale);
  const nameOf: Record<Facet, (value: string) => string> = {
    skill: (value) => {
      const label = labels.get(value);
      return label ? labelIn(label.labels, ctx.locale) : value;
    },
    language: (value) => languageName(value, ctx.locale),
    country: (value) => countryName(value, ctx.locale),
    hours: hoursBandWords,
    track: (value) => trackWords(value as Track),
  };
  const optionsOf = (facet: Facet): FacetOption[] => {
    const chosen = { ...filters.chosen, skill }[facet];
    const counts = list.counts && new Map(list.counts[facet].map(({ value, count }) => [value, count]));
    const offered = counts ? [...counts.keys()] : (ORDERED[facet] ?? []);
    const options = [...new Set([...offered, ...chosen])].map((value) => ({
      value,
      label: nameOf[facet](value),
      checked: chosen.includes(value),
      ...(counts ? { count: counts.get(value) ?? 0 } : {}),
    }));
    const order = ORDERED[facet];
    if (order) return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    options.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || collator.compare(a.label, b.label));
    return options.filter((option, index) => index < MOST || option.checked);
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, optionsOf(facet)])) as Record<Facet, FacetOption[]>;
}
