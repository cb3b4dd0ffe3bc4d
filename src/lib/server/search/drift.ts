/** How far the search indexes are from the database, and the repair of just that. */
import { indexSources, searchEngine } from '../search-access';
import { fingerprintOf } from './fingerprint';

export interface Drift {
  index: string;
  /** Documents the database has. */
  documents: number;
  missing: number;
  stale: number;
  surplus: number;
}

/** Compares every document's fingerprint; with `write` it repairs what differs. */
export async function repairDrift(options: { write: boolean }): Promise<Drift[]> {
  const report: Drift[] = [];
  for (const { settings, all } of indexSources()) {
    const index = settings.name;
    const indexed = new Map<string, string>();
    for await (const { id, fingerprint } of searchEngine().fingerprints(index)) indexed.set(id, fingerprint);
    const drift: Drift = { index, documents: 0, missing: 0, stale: 0, surplus: 0 };
    for await (const batch of all()) {
      const different = batch.filter((document) => {
        drift.documents++;
        const known = indexed.get(document.id);
        indexed.delete(document.id);
        if (known === undefined) drift.missing++;
        else if (known !== fingerprintOf(settings, document)) drift.stale++;
        else return false;
        return true;
      });
      if (options.write && different.length > 0) await searchEngine().upsert(index, different);
    }
    drift.surplus = indexed.size;
    if (options.write && indexed.size > 0) await searchEngine().remove(index, [...indexed.keys()]);
    report.push(drift);
  }
  return report;
}
