/** The embedded engine after any sequence of writes finds and counts as if it had been filled anew. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EmbeddedEngine } from '../../src/lib/server/search/embedded-engine';
import type { SearchDocument } from '../../src/lib/server/search/search-port';
import { aFilter, countValues, passes, someChoices } from './contract/brute-force';
import { aThing, THINGS } from './contract/things';

const someId = fc.integer({ min: 0, max: 12 }).map((number) => `thing-${number}`);
const aWrite = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id: someId, thing: aThing }) },
  { weight: 1, arbitrary: fc.record({ id: someId, thing: fc.constant(null) }) },
);

it('keeps columns, words and numbers in step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aWrite, { maxLength: 40 }), aFilter, someChoices, async (writes, filter, selected) => {
      const engine = new EmbeddedEngine();
      await engine.ensureIndex(THINGS);
      const model = new Map<string, SearchDocument>();
      for (const { id, thing } of writes) {
        if (thing) {
          model.set(id, { ...thing, id });
          await engine.upsert('things', [{ ...thing, id }]);
        } else {
          model.delete(id);
          await engine.remove('things', [id]);
        }
      }
      const left = [...model.values()];
      const page = { offset: 0, limit: 100 };
      const everything = await engine.search('things', { ...page, facets: ['tags'] });
      expect(everything.total).toBe(left.length);
      const counts = everything.facets.tags ?? [];
      const found = Object.fromEntries(
        counts.map(({ value, count }) => [value.normalize('NFKD').toLowerCase(), count]),
      );
      expect(found).toEqual(countValues(left, 'tags'));

      const passing = left.filter((thing) => passes(thing, filter)).map(({ id }) => id);
      expect((await engine.candidates('things', filter, 100)).ids.sort()).toEqual(passing.sort());

      const word = 'pesticide';
      const withWord = left.filter(({ title, summary }) => `${title} ${summary}`.includes(word)).map(({ id }) => id);
      const hits = (await engine.search('things', { ...page, text: word })).hits.map(({ id }) => id);
      expect(hits.sort()).toEqual(withWord.sort());

      const fresh = new EmbeddedEngine();
      await fresh.ensureIndex(THINGS);
      await fresh.upsert('things', left);
      const query = { ...page, filter, selected, facets: THINGS.facets, limit: 0 };
      expect((await engine.search('things', query)).total).toBe((await fresh.search('things', query)).total);
    }),
    { numRuns: 150 },
  );
});
