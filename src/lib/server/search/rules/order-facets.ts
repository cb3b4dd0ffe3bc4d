/** The order in which every engine gives facet values. */
import { MAX_FACET_VALUES, type FacetCount } from '../search-port';

const byValue = new Intl.Collator('en', { numeric: true });

/** Highest count first, then by value; zero counts left out. */
export function orderFacets(counts: Iterable<FacetCount>): FacetCount[] {
  return [...counts]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || byValue.compare(a.value, b.value) || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_FACET_VALUES);
}
