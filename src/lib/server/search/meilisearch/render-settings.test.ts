/** Index settings as Meilisearch is given them. */
import { expect, it } from 'vitest';
import type { IndexSettings } from '../search-port';
import { renderSettings } from './render-settings';

const settings: IndexSettings = {
  name: 'missions',
  searchable: [{ field: 'title', weight: 5 }, { field: 'summary' }],
  filterable: { status: 'string', hours: 'number' },
  facets: ['status'],
  sortable: { hours: 'number' },
  geo: true,
  locales: ['en', 'fr'],
};

it('names every attribute by what it is for', () => {
  const rendered = renderSettings(settings);
  expect(rendered).toMatchObject({
    searchableAttributes: ['title', 'summary'],
    filterableAttributes: ['status', 'hours', '_geo'],
    sortableAttributes: ['hours', '_geo'],
    typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: 20_000 },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['en', 'fr'] }],
  });
  expect(rendered.rankingRules?.[0]).toBe('sort');
});

it('leaves out places and languages where there are none', () => {
  const rendered = renderSettings({ ...settings, geo: false, locales: [] });
  expect(rendered.filterableAttributes).toEqual(['status', 'hours']);
  expect(rendered.sortableAttributes).toEqual(['hours']);
  expect(rendered.localizedAttributes).toBeNull();
});

it('writes synonyms as queries are sent: folded and without small words', () => {
  const synonyms = { 'access to documents': ['Document request', 'the'], '?': ['nothing'] };
  expect(renderSettings({ ...settings, synonyms }).synonyms).toEqual({
    'access documents': ['document request', 'the'],
  });
});
