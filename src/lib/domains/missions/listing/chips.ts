/** What a list is narrowed to, as chips that can be taken away, and as the fields a search form carries along. Pure. */
import { deadlineBandName, showName } from './listing-words';
import { FACETS, without, type Facet, type MissionFilters } from './mission-filters';

export interface Chip {
  label: string;
  /** The filters without it. */
  left: MissionFilters;
}

type Options = Record<Facet, readonly { value: string; label: string }[]>;

export function chipsOf(filters: MissionFilters, options: Options): Chip[] {
  const facets = FACETS.flatMap((facet) =>
    filters.chosen[facet].map((value) => ({
      label: options[facet].find((option) => option.value === value)?.label ?? value,
      left: without(filters, facet, value),
    })),
  );
  return [
    ...facets,
    ...(filters.deadline
      ? [{ label: deadlineBandName(filters.deadline), left: { ...filters, deadline: null, page: 1 } }]
      : []),
    ...(filters.show !== 'open'
      ? [{ label: showName(filters.show), left: { ...filters, show: 'open' as const, page: 1 } }]
      : []),
  ];
}

/** Everything but the words searched for and the page. */
export function hiddenFields(filters: MissionFilters): { name: string; value: string }[] {
  return [
    ...FACETS.flatMap((facet) => filters.chosen[facet].map((value) => ({ name: facet, value }))),
    ...(filters.deadline ? [{ name: 'deadline', value: filters.deadline }] : []),
    ...(filters.show === 'open' ? [] : [{ name: 'show', value: filters.show }]),
    ...(filters.sort ? [{ name: 'sort', value: filters.sort }] : []),
  ];
}
