/** Contract: filters, candidates and facet counts, against brute force. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter, SearchEngine, SearchResult } from '../../../src/lib/server/search/search-port';
import { aFilter, countValues, passes, passesChoices, someChoices } from './brute-force';
import { batches } from './text';
import { AWKWARD, someThings, THINGS } from './things';

const FACETS = ['status', 'tags', 'levels', 'remote'];

export function describeFilters(engine: () => SearchEngine, runs: number): void {
  const things = someThings(250);
  const idsOf = (filter: Filter): string[] =>
    things
      .filter((thing) => passes(thing, filter))
      .map(({ id }) => id)
      .sort();

  describe('filters', () => {
    beforeAll(() => engine().rebuild('things', THINGS, batches(things)));

    it.each<[string, Filter]>([
      ['equality ignores case', { field: 'status', eq: 'OPEN' }],
      ['equality with a number', { field: 'hours', eq: 0.5 }],
      ['equality with a boolean', { field: 'remote', eq: false }],
      ['any of', { field: 'tags', in: ['climate', 'privacy'] }],
      ['any of nothing', { field: 'tags', in: [] }],
      ['at least', { field: 'hours', gte: 8 }],
      ['at most, negative', { field: 'hours', lte: -3 }],
      ['between, by one element of a list', { field: 'levels', gte: 2, lte: 3 }],
      ['upside down', { field: 'hours', gte: 8, lte: 2 }],
      ['a value is there', { field: 'tags', exists: true }],
      ['a value is missing', { field: 'status', exists: false }],
      ['not includes documents without the field', { not: { field: 'status', eq: 'open' } }],
      [
        'both',
        {
          and: [
            { field: 'status', eq: 'open' },
            { field: 'remote', eq: true },
          ],
        },
      ],
      [
        'either',
        {
          or: [
            { field: 'status', eq: 'open' },
            { field: 'levels', eq: 4 },
          ],
        },
      ],
      ['all of nothing', { and: [] }],
      ['one of nothing', { or: [] }],
      ['near', { geo: { lat: 50.85, lng: 4.35, radiusM: 500_000 } }],
    ])('%s', async (_what, filter) => {
      const { ids, truncated } = await engine().candidates('things', filter, 1000);
      expect(ids.sort()).toEqual(idsOf(filter));
      expect(truncated).toBe(false);
    });

    it.each(AWKWARD)('finds exactly the value %j', async (value) => {
      const filter = { field: 'tags', eq: value };
      expect(idsOf(filter).length).toBeGreaterThan(0);
      expect((await engine().candidates('things', filter, 1000)).ids.sort()).toEqual(idsOf(filter));
    });

    it('passes what brute force passes', async () => {
      await fc.assert(
        fc.asyncProperty(aFilter, async (filter) => {
          expect((await engine().candidates('things', filter, 1000)).ids.sort()).toEqual(idsOf(filter));
        }),
        { numRuns: runs },
      );
    });

    it('says when candidates were cut', async () => {
      const cut = await engine().candidates('things', { and: [] }, 10);
      expect(cut.ids).toHaveLength(10);
      expect(cut.truncated).toBe(true);
      expect((await engine().candidates('things', { and: [] }, 250)).truncated).toBe(false);
      expect(await engine().candidates('things', { and: [] }, 0)).toEqual({ ids: [], truncated: true });
    });

    it('counts what brute force counts, without the field’s own choices', async () => {
      await fc.assert(
        fc.asyncProperty(aFilter, someChoices, async (filter, selected) => {
          const query = { filter, selected, facets: FACETS, offset: 0, limit: 1000 };
          const result = await engine().search('things', query);
          const filtered = things.filter((thing) => passes(thing, filter));
          const found = filtered.filter((thing) => passesChoices(thing, selected));
          expect(result.hits.map(({ id }) => id).sort()).toEqual(found.map(({ id }) => id).sort());
          expect(result.total).toBe(found.length);
          expect(result.totalIsExact).toBe(true);
          for (const field of FACETS) {
            const counted = filtered.filter((thing) => passesChoices(thing, selected, field));
            expect(countsOf(result, field)).toEqual(countValues(counted, field));
          }
        }),
        { numRuns: runs },
      );
    });

    it('counts within a text, highest count first', async () => {
      const inText = things.filter(({ title, summary }) => `${title} ${summary}`.includes('ombudsman'));
      const result = await engine().search('things', { text: 'ombudsman', facets: ['tags'], offset: 0, limit: 0 });
      expect(result.hits).toEqual([]);
      expect(result.total).toBe(inText.length);
      expect(countsOf(result, 'tags')).toEqual(countValues(inText, 'tags'));
      const counts = result.facets.tags?.map(({ count }) => count) ?? [];
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    });

    it('leaves out facets that were not asked for', async () => {
      const result = await engine().search('things', { selected: { status: ['open'] }, offset: 0, limit: 1 });
      expect(result.facets).toEqual({});
    });
  });
}

function countsOf(result: SearchResult, field: string): Record<string, number> {
  const counts = result.facets[field] ?? [];
  return Object.fromEntries(counts.map(({ value, count }) => [value.normalize('NFKD').toLowerCase(), count]));
}
