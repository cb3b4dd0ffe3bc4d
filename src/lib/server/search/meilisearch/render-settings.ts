/** Index settings in Meilisearch's terms. */
import type { Settings } from 'meilisearch';
import { MAX_FACET_VALUES, type IndexSettings } from '../search-port';
import { plainSynonyms } from '../words/plain-synonyms';

/** More hits than this are neither paged through nor counted; Meilisearch advises against more. */
export const MAX_TOTAL_HITS = 20_000;

export function renderSettings(settings: IndexSettings): Settings {
  const place = settings.geo ? ['_geo'] : [];
  return {
    searchableAttributes: settings.searchable.map(({ field }) => field),
    // Names alone allow every operator; the form with features allows equality only unless told otherwise.
    filterableAttributes: [...Object.keys(settings.filterable), ...place],
    sortableAttributes: [...Object.keys(settings.sortable), ...place],
    // A rebuild copies documents from the old index; only the server's own key reads them.
    displayedAttributes: ['*'],
    // A sort that was asked for comes before relevance.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'wordPosition', 'exactness'],
    // Small words are left out of queries instead, so that both engines leave out the same.
    stopWords: [],
    synonyms: Object.fromEntries(
      [...plainSynonyms(settings)].map(([from, meant]) => [from, meant.map((words) => words.join(' '))]),
    ),
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
    faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
    localizedAttributes: settings.locales.length > 0 ? [{ attributePatterns: ['*'], locales: settings.locales }] : null,
  };
}
