/** Contract: writing, removing, rebuilding under way, and fingerprints. */
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/lib/server/search/fingerprint';
import type { SearchDocument, SearchEngine } from '../../../src/lib/server/search/search-port';
import { batches } from './text';
import { someThings, THINGS } from './things';

export function describeWrites(engine: () => SearchEngine): void {
  const things = someThings(40);
  const total = async (text = ''): Promise<number> =>
    (await engine().search('things', { text, offset: 0, limit: 0 })).total;

  describe('writes', () => {
    beforeEach(() => engine().rebuild('things', THINGS, batches(things)));

    it('replaces a document whole', async () => {
      await engine().upsert('things', [{ id: 'thing-0', title: 'zeppelin', status: 'open' }]);
      await engine().upsert('things', [{ id: 'thing-0', title: 'submarine' }]);
      await engine().flush();
      expect(await total()).toBe(40);
      expect(await total('zeppelin')).toBe(0);
      expect(await total('submarine')).toBe(1);
      const filter = { and: [{ field: 'status', exists: false }] };
      expect((await engine().candidates('things', filter, 100)).ids).toContain('thing-0');
    });

    it('removes, also what is not there', async () => {
      await engine().remove('things', ['thing-1', 'thing-2', 'never-was']);
      await engine().flush();
      expect(await total()).toBe(38);
      expect((await engine().candidates('things', { and: [] }, 100)).ids).not.toContain('thing-1');
      await engine().upsert('things', [{ id: 'thing-1', title: 'back again' }]);
      await engine().flush();
      expect(await total()).toBe(39);
    });

    it('treats null, empty text and empty lists as no value', async () => {
      await engine().upsert('things', [
        { id: 'bare', title: 'zeppelin', status: '', tags: [], hours: null, _geo: null },
      ]);
      await engine().flush();
      for (const field of ['status', 'tags', 'hours']) {
        const { ids } = await engine().candidates('things', { field, exists: true }, 100);
        expect(ids).not.toContain('bare');
      }
    });

    it('keeps settings, and documents, when ensured again', async () => {
      await engine().ensureIndex(THINGS);
      await engine().flush();
      expect(await total()).toBe(40);
    });

    it('shows the old index in full until the new one is in place', async () => {
      const fresh = Array.from({ length: 25 }, (_, i): SearchDocument => ({ id: `fresh-${i}`, title: 'zeppelin' }));
      const during: number[] = [];
      async function* slowly(): AsyncIterable<SearchDocument[]> {
        for await (const batch of batches(fresh, 5)) {
          during.push(await total());
          yield batch;
        }
        during.push(await total());
      }
      let done = false;
      const rebuild = engine()
        .rebuild('things', THINGS, slowly())
        .finally(() => (done = true));
      while (!done) {
        during.push(await total());
        await setImmediate();
      }
      await rebuild;
      expect(new Set(during.concat(await total()))).toEqual(new Set([40, 25]));
      expect(during.slice(0, 5)).toEqual([40, 40, 40, 40, 40]);
    });

    it('loses no write that arrives during a rebuild', async () => {
      async function* interrupted(): AsyncIterable<SearchDocument[]> {
        yield things.slice(0, 20);
        await engine().upsert('things', [
          { id: 'thing-3', title: 'zeppelin one' },
          { id: 'thing-30', title: 'zeppelin two' },
          { id: 'new', title: 'zeppelin three' },
        ]);
        await engine().remove('things', ['thing-4', 'thing-34']);
        yield things.slice(20);
      }
      await engine().rebuild('things', THINGS, interrupted());
      await engine().flush();
      expect(await total('zeppelin')).toBe(3);
      const { ids } = await engine().candidates('things', { and: [] }, 100);
      expect(ids).toHaveLength(39);
      expect(ids).not.toContain('thing-4');
      expect(ids).not.toContain('thing-34');
    });

    it('keeps the old index when the documents fail to come, and can begin again', async () => {
      async function* failing(): AsyncIterable<SearchDocument[]> {
        yield [{ id: 'half', title: 'half' }];
        throw new Error('the database went away');
      }
      await expect(engine().rebuild('things', THINGS, failing())).rejects.toThrow('the database went away');
      expect(await total()).toBe(40);
      await engine().rebuild('things', THINGS, batches(things.slice(0, 3)));
      expect(await total()).toBe(3);
    });

    it('lets one rebuild wait for another', async () => {
      await Promise.all([
        engine().rebuild('things', THINGS, batches(things.slice(0, 30), 3)),
        engine().rebuild('things', THINGS, batches(things.slice(0, 12), 3)),
      ]);
      expect(await total()).toBe(12);
    });

    it('keeps a fingerprint of each document', async () => {
      const changed = { ...things[5], id: 'thing-5', title: 'changed' };
      await engine().upsert('things', [changed]);
      await engine().flush();
      const kept = new Map<string, string>();
      for await (const { id, fingerprint } of engine().fingerprints('things')) kept.set(id, fingerprint);
      const expected = things.map((thing) => [thing.id, fingerprintOf(THINGS, thing)] as const);
      expect(kept).toEqual(new Map([...expected, ['thing-5', fingerprintOf(THINGS, changed)]]));
      expect(kept.get('thing-5')).not.toBe(fingerprintOf(THINGS, things[5] as SearchDocument));
    });

    it('says how it is', async () => {
      expect(await engine().health()).toMatchObject({ ok: true });
    });
  });
}
