/** What the Meilisearch engine does when its server is away or ill, and when other processes write to it. */
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MeilisearchEngine } from '../../src/lib/server/search/meilisearch-engine';
import { SearchUnavailable } from '../../src/lib/server/search/search-errors';
import type { SearchDocument } from '../../src/lib/server/search/search-port';
import { batches } from './contract/text';
import { someThings, THINGS } from './contract/things';
import { StandIn } from './stand-in/server';

const things = someThings(30);
const all = { offset: 0, limit: 100 };
let standIn: StandIn;
let engine: MeilisearchEngine;

beforeEach(async () => {
  standIn = await StandIn.open(THINGS);
  engine = new MeilisearchEngine({ url: standIn.url, key: 'secret-key' });
});
afterEach(() => standIn.close());

describe('a server that is away', () => {
  it('is unavailable at once when nothing listens', async () => {
    const away = new MeilisearchEngine({ url: 'http://127.0.0.1:1', key: 'secret-key' });
    await expect(away.ensureIndex(THINGS)).rejects.toBeInstanceOf(SearchUnavailable);
    const start = performance.now();
    await expect(away.search('things', all)).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(away.candidates('things', { and: [] }, 10)).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(away.upsert('things', things)).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(away.rebuild('things', THINGS, batches(things))).rejects.toBeInstanceOf(SearchUnavailable);
    expect(performance.now() - start).toBeLessThan(2_000);
    const health = await away.health();
    expect(health).toMatchObject({ ok: false, engine: 'meilisearch' });
    expect(JSON.stringify(health)).not.toContain('secret-key');
  });

  it('is unavailable within the time limit when it never answers', async () => {
    const hasty = new MeilisearchEngine({ url: standIn.url, timeoutMs: 100 });
    standIn.mood = 'silent';
    await expect(hasty.ensureIndex(THINGS)).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(hasty.search('things', all)).rejects.toThrow('has failed');
    expect(await hasty.health()).toMatchObject({ ok: false });
  });

  it('is unavailable when something else answers in its place', async () => {
    await engine.rebuild('things', THINGS, batches(things));
    standIn.mood = 'broken';
    await expect(engine.search('things', all)).rejects.toBeInstanceOf(SearchUnavailable);
  });

  it('still has wrong requests refused', async () => {
    await engine.rebuild('things', THINGS, batches(things));
    standIn.mood = 'silent';
    const wrong = { ...all, filter: { field: 'secret', eq: 1 } };
    await expect(engine.search('things', wrong)).rejects.toMatchObject({ name: 'SearchInvalid' });
  });

  it('gets its settings with the next write when it is back', async () => {
    standIn.mood = 'broken';
    await expect(engine.ensureIndex(THINGS)).rejects.toBeInstanceOf(SearchUnavailable);
    standIn.mood = 'well';
    await expect(engine.search('things', all)).rejects.toBeInstanceOf(SearchUnavailable);
    expect(await engine.health()).toMatchObject({ ok: false });
    await engine.upsert('things', things);
    await engine.flush();
    expect(standIn.indexes.get('things')?.settings).toMatchObject({ pagination: { maxTotalHits: 20_000 } });
    expect((await engine.search('things', all)).total).toBe(30);
    expect(await engine.health()).toEqual({ ok: true, engine: 'meilisearch' });
  });
});

describe('tasks', () => {
  it('that fail make flush and rebuild fail, and the old index stays', async () => {
    await engine.rebuild('things', THINGS, batches(things));
    standIn.mood = 'stuck';
    await engine.upsert('things', [{ id: 'lost', title: 'lost' }]);
    await expect(engine.flush()).rejects.toThrow('no_space_left_on_device');
    await expect(engine.rebuild('things', THINGS, batches(things))).rejects.toBeInstanceOf(SearchUnavailable);
    standIn.mood = 'well';
    expect((await engine.search('things', all)).total).toBe(30);
    await engine.flush();
  });

  it('leave no second index behind', async () => {
    await engine.rebuild('things', THINGS, batches(things));
    await engine.rebuild('things', THINGS, batches(things));
    expect([...standIn.indexes.keys()]).toEqual(['things']);
  });
});

describe('several processes on one server', () => {
  it('lose no write while one of them rebuilds', async () => {
    const other = new MeilisearchEngine({ url: standIn.url });
    await engine.rebuild('things', THINGS, batches(things));
    await other.ensureIndex(THINGS);
    async function* meanwhile(): AsyncIterable<SearchDocument[]> {
      yield things.slice(0, 15);
      await other.upsert('things', [
        { id: 'thing-1', title: 'zeppelin' },
        { id: 'new', title: 'zeppelin' },
      ]);
      await other.remove('things', ['thing-2']);
      yield things.slice(15);
    }
    await engine.rebuild('things', THINGS, meanwhile());
    await other.flush();
    const { ids } = await other.candidates('things', { and: [] }, 100);
    expect(ids).toHaveLength(30);
    expect(ids).not.toContain('thing-2');
    expect((await engine.search('things', { ...all, text: 'zeppelin' })).total).toBe(2);
  });

  it('keep a write that came after the swap, rather than repeat an older one over it', async () => {
    const other = new MeilisearchEngine({ url: standIn.url });
    await engine.rebuild('things', THINGS, batches(things));
    await other.ensureIndex(THINGS);
    async function* meanwhile(): AsyncIterable<SearchDocument[]> {
      yield things;
      await other.upsert('things', [{ id: 'thing-1', title: 'older' }]);
    }
    const seen = standIn.requests.length;
    standIn.afterSwap = () => other.upsert('things', [{ id: 'thing-1', title: 'newer' }]);
    await engine.rebuild('things', THINGS, meanwhile());
    await other.flush();
    expect(standIn.requests.slice(seen)).toContain('POST /swap-indexes');
    expect((await engine.search('things', { ...all, text: 'newer' })).total).toBe(1);
    expect((await engine.search('things', { ...all, text: 'older' })).total).toBe(0);
  });

  it('keep apart by their prefix', async () => {
    const blue = new MeilisearchEngine({ url: standIn.url, prefix: 'blue' });
    await blue.rebuild('things', THINGS, batches(things.slice(0, 4)));
    await engine.rebuild('things', THINGS, batches(things));
    expect((await blue.search('things', all)).total).toBe(4);
    expect([...standIn.indexes.keys()].sort()).toEqual(['blue_things', 'things']);
  });
});
