/** Contract: what every engine refuses, in the same way. */
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  Filter,
  IndexSettings,
  SearchDocument,
  SearchEngine,
  SearchQuery,
} from '../../../src/lib/server/search/search-port';
import { batches } from './text';
import { THINGS } from './things';

type Loose = Record<string, unknown>;

export function describeRefusals(engine: () => SearchEngine): void {
  const search = (query: Loose): Promise<unknown> =>
    engine().search('things', { offset: 0, limit: 10, ...query } as unknown as SearchQuery);
  const nested = (depth: number): Loose => (depth === 0 ? { field: 'status', eq: 'open' } : { not: nested(depth - 1) });

  describe('refusals', () => {
    beforeAll(() => engine().rebuild('things', THINGS, batches([{ id: 'one', title: 'brief', status: 'open' }])));

    it.each<[string, Loose]>([
      ['a field that is not filterable', { field: 'title', eq: 'x' }],
      ['an expression as a field', { field: 'status = open OR status', eq: 'x' }],
      ['an inherited field', { field: 'constructor', exists: true }],
      ['a prototype field', JSON.parse('{"field":"__proto__","exists":true}') as Loose],
      ['no field', { eq: 'x' }],
      ['a field inside another filter', { and: [{ or: [{ not: { field: 'secret', eq: 1 } }] }] }],
    ])('filter: %s is an unknown field', async (_what, filter) => {
      await expect(search({ filter })).rejects.toMatchObject({ name: 'SearchInvalid', code: 'unknown_field' });
      const candidates = engine().candidates('things', filter as unknown as Filter, 10);
      await expect(candidates).rejects.toMatchObject({ code: 'unknown_field' });
    });

    it.each<[string, Loose, string]>([
      ['text for a number', { field: 'hours', eq: '1 OR hours EXISTS' }, 'bad_value'],
      ['an object for text', { field: 'status', eq: { $ne: null } }, 'bad_value'],
      ['infinity', { field: 'hours', gte: Infinity }, 'bad_value'],
      ['not a number', { field: 'hours', in: [NaN] }, 'bad_value'],
      ['half a character', { field: 'status', eq: 'a\ud800' }, 'bad_value'],
      ['a value of 469 bytes', { field: 'status', eq: 'é'.repeat(234) + 'e' }, 'value_too_long'],
      ['a latitude of 91', { geo: { lat: 91, lng: 0, radiusM: 1 } }, 'bad_value'],
      ['a negative radius', { geo: { lat: 1, lng: 0, radiusM: -1 } }, 'bad_value'],
      ['an unknown operator', { field: 'status', contains: 'op' }, 'bad_query'],
      ['two operators', { field: 'status', eq: 'open', exists: true }, 'bad_query'],
      ['a range of text', { field: 'status', gte: 1 }, 'bad_query'],
      ['no filter at all', { and: [null] }, 'bad_query'],
      ['text', 'status = open' as unknown as Loose, 'bad_query'],
      ['fifty levels', nested(50), 'bad_query'],
    ])('filter: %s', async (_what, filter, code) => {
      await expect(search({ filter })).rejects.toMatchObject({ name: 'SearchInvalid', code });
    });

    it.each<[string, Loose, string]>([
      ['an unknown facet', { facets: ['hours'] }, 'unknown_field'],
      ['all facets', { facets: ['*'] }, 'unknown_field'],
      ['an unknown choice', { selected: { title: ['x'] } }, 'unknown_field'],
      ['a choice of another type', { selected: { levels: ['two'] } }, 'bad_value'],
      ['an unknown sort', { sort: [{ field: 'status', dir: 'asc' }] }, 'unknown_field'],
      ['an inherited sort', { sort: [{ field: 'toString', dir: 'asc' }] }, 'unknown_field'],
      ['a sort direction', { sort: [{ field: 'hours', dir: 'asc,title:asc' }] }, 'bad_query'],
      ['an unknown highlight', { highlight: ['status'] }, 'unknown_field'],
      ['a negative offset', { offset: -1 }, 'bad_query'],
      ['a broken limit', { limit: 1.5 }, 'bad_query'],
      ['a huge limit', { limit: 1e6 }, 'bad_query'],
    ])('query: %s', async (_what, query, code) => {
      await expect(search(query)).rejects.toMatchObject({ name: 'SearchInvalid', code });
    });

    it.each<[string, Loose, string]>([
      ['an unknown field', { id: 'two', email: 'a@b.example' }, 'unknown_field'],
      ['a value of another type', { id: 'two', hours: 'many' }, 'bad_document'],
      ['a mixed list', { id: 'two', tags: ['a', 1] }, 'bad_document'],
      ['an id with signs', { id: '../two' }, 'bad_document'],
      ['no place', { id: 'two', _geo: { lat: 200, lng: 0 } }, 'bad_value'],
      ['a long filterable value', { id: 'two', status: 'x'.repeat(469) }, 'value_too_long'],
    ])('document: %s, and the whole batch with it', async (_what, document, code) => {
      const documents = [{ id: 'good', title: 'brief' }, document] as unknown as SearchDocument[];
      await expect(engine().upsert('things', documents)).rejects.toMatchObject({ name: 'SearchInvalid', code });
      await engine().flush();
      expect(await search({})).toMatchObject({ total: 1 });
    });

    it('settings that do not fit together', async () => {
      const refused = (change: Partial<IndexSettings>): Promise<void> => engine().ensureIndex({ ...THINGS, ...change });
      const bad = { name: 'SearchInvalid', code: 'bad_settings' };
      await expect(refused({ name: 'Things/../x' })).rejects.toMatchObject(bad);
      await expect(refused({ facets: ['title'] })).rejects.toMatchObject(bad);
      await expect(refused({ sortable: { status: 'number' } })).rejects.toMatchObject(bad);
      await expect(refused({ filterable: { 'a b': 'string' }, facets: [] })).rejects.toMatchObject(bad);
    });

    it('an index that nobody made', async () => {
      const unknown = { name: 'SearchInvalid', code: 'unknown_index' };
      await expect(engine().search('ghosts', { offset: 0, limit: 1 })).rejects.toMatchObject(unknown);
      await expect(engine().upsert('constructor', [])).rejects.toMatchObject(unknown);
    });
  });
}
