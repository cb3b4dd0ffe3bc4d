/** Contract: pages, sorting and distances. Which of two documents is more relevant is each engine's own affair. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine, SearchHit, SearchQuery } from '../../../src/lib/server/search/search-port';
import { batches } from './text';
import { someThings, THINGS } from './things';

const BRUSSELS = { lat: 50.85, lng: 4.35 };

export function describeOrder(engine: () => SearchEngine): void {
  const things = someThings(120);
  const byId = new Map(things.map((thing) => [thing.id, thing]));

  async function allPages(query: Omit<SearchQuery, 'offset' | 'limit'>, limit: number): Promise<SearchHit[]> {
    const hits: SearchHit[] = [];
    for (let offset = 0, total = 1; offset < total; offset += limit) {
      const page = await engine().search('things', { ...query, offset, limit });
      hits.push(...page.hits);
      total = page.total;
    }
    return hits;
  }

  describe('order', () => {
    beforeAll(() => engine().rebuild('things', THINGS, batches(things)));

    it.each<[string, Omit<SearchQuery, 'offset' | 'limit'>]>([
      ['nothing', {}],
      ['a text', { text: 'complaint' }],
      ['a filter', { filter: { field: 'hours', gte: 0 } }],
      ['a sort with many ties', { sort: [{ field: 'hours', dir: 'asc' }] }],
      ['a sort by distance', { sort: [{ near: BRUSSELS }] }],
    ])('pages neither repeat nor skip a document: %s', async (_what, query) => {
      const hits = await allPages(query, 7);
      const whole = await engine().search('things', { ...query, offset: 0, limit: 1000 });
      expect(hits.map(({ id }) => id)).toEqual(whole.hits.map(({ id }) => id));
      expect(new Set(hits.map(({ id }) => id)).size).toBe(whole.total);
    });

    it('takes offsets that are no multiple of the limit, with the exact total', async () => {
      const whole = await engine().search('things', { offset: 0, limit: 120 });
      const part = await engine().search('things', { facets: ['status'], offset: 5, limit: 10 });
      expect(part.hits).toEqual(whole.hits.slice(5, 15));
      expect(part).toMatchObject({ total: 120, totalIsExact: true });
      expect(part.facets.status).not.toEqual([]);
    });

    it('answers an empty page past the end', async () => {
      const page = await engine().search('things', { offset: 200, limit: 20 });
      expect(page).toMatchObject({ hits: [], total: 120 });
    });

    it.each(['asc', 'desc'] as const)('sorts numbers %s, documents without one last', async (dir) => {
      const hits = await allPages({ sort: [{ field: 'hours', dir }] }, 50);
      const hours = hits.map(({ id }) => byId.get(id)?.hours as number | null);
      const present = hours.filter((value) => value !== null);
      expect(hours.slice(0, present.length)).toEqual(present);
      expect(present).toEqual([...present].sort((a, b) => (dir === 'asc' ? a - b : b - a)));
      expect(present.length).toBeLessThan(hours.length);
    });

    it('sorts text, then by the next key, before relevance', async () => {
      const sort: SearchQuery['sort'] = [
        { field: 'title', dir: 'asc' },
        { field: 'hours', dir: 'desc' },
      ];
      const hits = await allPages({ text: 'complaint', sort }, 20);
      const keys = hits.map(({ id }) => [byId.get(id)?.title as string, byId.get(id)?.hours as number | null] as const);
      for (const [i, [title, hours]] of keys.entries()) {
        const [nextTitle, nextHours] = keys[i + 1] ?? [title, null];
        expect(title <= nextTitle).toBe(true);
        if (title === nextTitle) expect(hours ?? -Infinity).toBeGreaterThanOrEqual(nextHours ?? -Infinity);
      }
    });

    it('sorts by distance and says it in metres', async () => {
      const hits = await allPages({ sort: [{ near: BRUSSELS }] }, 50);
      const distances = hits.map(({ distanceM }) => distanceM ?? Infinity);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      expect(hits.filter(({ distanceM }) => distanceM === undefined)).toHaveLength(
        things.filter(({ _geo }) => _geo === null).length,
      );
    });

    it('measures from the geo filter where nothing sorts by distance', async () => {
      await engine().upsert('things', [{ id: 'antwerp', title: 'brief', _geo: { lat: 51.2194, lng: 4.4025 } }]);
      await engine().flush();
      const { hits } = await engine().search('things', {
        filter: { and: [{ geo: { ...BRUSSELS, radiusM: 60_000 } }, { field: 'status', exists: false }] },
        offset: 0,
        limit: 100,
      });
      const antwerp = hits.find(({ id }) => id === 'antwerp')?.distanceM ?? 0;
      expect(antwerp / 41_240).toBeCloseTo(1, 2);
      expect(hits.every(({ distanceM }) => (distanceM ?? Infinity) <= 60_500)).toBe(true);
    });
  });
}
