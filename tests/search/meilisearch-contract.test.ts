/** The Meilisearch engine keeps the search contract: against a stand-in always, against a real server at MEILI_URL. */
import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll } from 'vitest';
import { MeilisearchEngine } from '../../src/lib/server/search/meilisearch-engine';
import { openSearch } from '../../src/lib/server/search/open-search';
import { describeContract } from './contract';
import { THINGS } from './contract/things';
import { StandIn } from './stand-in/server';

const { MEILI_URL, MEILI_KEY } = process.env;
let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.open(THINGS);
});
afterAll(() => standIn.close());

describeContract('the Meilisearch engine with a stand-in', () => new MeilisearchEngine({ url: standIn.url }), 60);

if (MEILI_URL) {
  const prefix = `contract_${randomUUID().slice(0, 8)}`;
  const key = MEILI_KEY ? { meiliKey: MEILI_KEY } : {};
  afterAll(async () => {
    const client = new Meilisearch({ host: MEILI_URL, ...(MEILI_KEY ? { apiKey: MEILI_KEY } : {}) });
    await client.deleteIndex(`${prefix}_${THINGS.name}`).waitTask();
  });
  describeContract(
    `the Meilisearch engine at ${MEILI_URL}`,
    () => openSearch({ meiliUrl: MEILI_URL, prefix, ...key }),
    60,
  );
}
