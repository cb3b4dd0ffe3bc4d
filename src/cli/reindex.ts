/** `npm run reindex`: builds every search index anew from the database, or with `--check` only says where they differ. */
import { parseArgs } from 'node:util';
import { repairDrift } from '$lib/server/search/drift';
import { rebuildIndexes } from '$lib/server/search-access';
import { startPlatform, stopPlatform } from '$lib/server/start';
import { env } from '$lib/server/env';

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, repair: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(
    'npm run reindex             rebuild every index and swap it in\nnpm run reindex -- --check  count what differs between index and database\nnpm run reindex -- --repair write only what differs',
  );
  process.exit(0);
}
await startPlatform({ jobs: false });
if (!env().MEILI_URL)
  console.log(
    'Search is embedded: its index lives in the server process and is rebuilt at each start. This checks the documents.',
  );
if (values.check || values.repair) {
  for (const drift of await repairDrift({ write: values.repair === true })) {
    console.log(
      `${drift.index}: ${drift.documents} documents, ${drift.missing} missing, ${drift.stale} outdated, ${drift.surplus} too many`,
    );
  }
} else {
  const totals = new Map<string, number>();
  await rebuildIndexes((index, documents) => totals.set(index, documents));
  for (const [index, documents] of totals) console.log(`${index}: ${documents} documents`);
}
await stopPlatform();
