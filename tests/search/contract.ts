/** What every search engine must do alike; ranking is each engine's own. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { SearchEngine } from '../../src/lib/server/search/search-port';
import { describeFilters } from './contract/filters';
import { describeOrder } from './contract/order';
import { describeRefusals } from './contract/refusals';
import { describeText } from './contract/text';
import { describeWrites } from './contract/writes';

/** @param runs how many random filters to try */
export function describeContract(name: string, open: () => SearchEngine, runs: number): void {
  describe(name, () => {
    let engine: SearchEngine | undefined;
    const opened = (): SearchEngine => {
      if (!engine) throw new Error('the engine is not open');
      return engine;
    };

    beforeAll(() => {
      engine = open();
    });
    afterAll(() => engine?.close());

    describeText(opened);
    describeFilters(opened, runs);
    describeOrder(opened);
    describeRefusals(opened);
    describeWrites(opened);
  });
}
