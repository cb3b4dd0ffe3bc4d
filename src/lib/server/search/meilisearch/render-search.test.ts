/** What is sent to Meilisearch for a query, and what its answers become. */
import { describe, expect, it } from 'vitest';
import { checkQuery } from '../rules/check-query';
import type { IndexSettings, SearchQuery } from '../search-port';
import { readAnswers } from './read-answers';
import { renderSearch } from './render-search';

const settings: IndexSettings = {
  name: 'missions',
  searchable: [{ field: 'title' }],
  filterable: { status: 'string', causes: 'string' },
  facets: ['status', 'causes'],
  sortable: { hours: 'number' },
  geo: true,
  locales: ['en'],
};
const searches = (query: Partial<SearchQuery>): object[] =>
  renderSearch('m', checkQuery(settings, { offset: 0, limit: 20, ...query })).map((planned) => planned.query);

describe('searches sent to Meilisearch', () => {
  it('ask by page, so that the total is exact', () => {
    expect(searches({ offset: 40, text: '"pesticide" of -water' })).toEqual([
      {
        indexUid: 'm',
        q: 'pesticide water',
        matchingStrategy: 'all',
        attributesToRetrieve: ['id'],
        page: 3,
        hitsPerPage: 20,
      },
    ]);
  });

  it('ask for the total beside, where the offset is no page', () => {
    const [window, count] = searches({ offset: 5, facets: ['status'] });
    expect(window).toMatchObject({ offset: 5, limit: 20 });
    expect(window).not.toHaveProperty('facets');
    expect(count).toMatchObject({ page: 0, hitsPerPage: 1, facets: ['status'] });
  });

  it('ask for no hits where none are wanted', () => {
    expect(searches({ limit: 0 })).toMatchObject([{ page: 0 }]);
  });

  it('count a facet with choices beside, without its own choices', () => {
    const selected = { causes: ['water', 'air'], status: ['open'] };
    expect(
      searches({ facets: ['causes', 'status'], selected, filter: { field: 'status', exists: true } }),
    ).toMatchObject([
      { filter: '(status EXISTS AND causes IN ["water", "air"] AND status IN ["open"])', page: 1 },
      { filter: '(status EXISTS AND status IN ["open"])', facets: ['causes'], page: 0 },
      { filter: '(status EXISTS AND causes IN ["water", "air"])', facets: ['status'], page: 0 },
    ]);
  });

  it('leave out what can find nothing', () => {
    expect(searches({ filter: { or: [] }, facets: ['status'] })).toEqual([]);
    expect(searches({ selected: { status: [''] }, facets: ['status'] })).toMatchObject([
      { facets: ['status'], page: 0 },
    ]);
  });

  it('sort by fields and distance, and mark with private characters', () => {
    const near = { lat: 50.85, lng: -4.35 };
    expect(searches({ sort: [{ near }, { field: 'hours', dir: 'desc' }], highlight: ['title'] })).toMatchObject([
      {
        sort: ['_geoPoint(50.85, -4.35):asc', 'hours:desc'],
        attributesToRetrieve: ['id', '_geo'],
        attributesToHighlight: ['title'],
        highlightPreTag: '\u{e000}',
        highlightPostTag: '\u{e001}',
      },
    ]);
  });
});

describe('answers from Meilisearch', () => {
  const read = (query: Partial<SearchQuery>, ...answers: Parameters<typeof readAnswers>[2]): object => {
    const checked = checkQuery(settings, { offset: 0, limit: 20, ...query });
    return readAnswers(checked, renderSearch('m', checked), answers);
  };

  it('become hits with segments and metres', () => {
    const hit = {
      id: 'a',
      _geo: { lat: 50.85, lng: 4.35 },
      _formatted: { id: 'a', title: '<b>\u{e000}water\u{e001}</b>', body: 'unasked' },
    };
    const query = { highlight: ['title'], sort: [{ near: { lat: 50.85, lng: 4.35 } }] };
    expect(read(query, { hits: [hit], totalHits: 1 })).toEqual({
      hits: [
        {
          id: 'a',
          distanceM: 0,
          highlights: {
            title: [
              { text: '<b>', mark: false },
              { text: 'water', mark: true },
              { text: '</b>', mark: false },
            ],
          },
        },
      ],
      total: 1,
      totalIsExact: true,
      facets: {},
    });
  });

  it('order facets by count, then value, and take each from its own search', () => {
    const query = { facets: ['status', 'causes'], selected: { causes: ['air'] } };
    const main = { hits: [], totalHits: 3, facetDistribution: { status: { 10: 1, 9: 1, open: 2, closed: 0 } } };
    const beside = { hits: [], totalHits: 9, facetDistribution: { causes: { air: 3, water: 6 } } };
    expect(read(query, main, beside)).toMatchObject({
      total: 3,
      facets: {
        status: [
          { value: 'open', count: 2 },
          { value: '9', count: 1 },
          { value: '10', count: 1 },
        ],
        causes: [
          { value: 'water', count: 6 },
          { value: 'air', count: 3 },
        ],
      },
    });
  });

  it('say that a total at the most the server counts is not exact', () => {
    expect(read({}, { hits: [], totalHits: 20_000 })).toMatchObject({ total: 20_000, totalIsExact: false });
    expect(read({}, { hits: [], totalHits: 19_999 })).toMatchObject({ totalIsExact: true });
  });

  it('are empty where nothing was asked', () => {
    const nothing = { hits: [], total: 0, totalIsExact: true, facets: { status: [] } };
    expect(read({ filter: { or: [] }, facets: ['status'] })).toEqual(nothing);
  });
});
