/** Writes what ESCO says about broader and related skills; only skills whose relations changed are touched. */
import { op } from '$lib/server/mongo';
import { Skills, type SkillDocument } from '../skill.model';
import { fingerprint } from './esco-row';
import type { EscoLinks, ReadLinks } from './relations';

const BATCH = 1000;

type Known = Pick<SkillDocument, '_id' | 'esco'>;

function wanted(known: Known, links: ReadLinks): EscoLinks {
  return {
    // A file that was not given leaves what an earlier import brought.
    related: links.related ? (links.related.get(known._id) ?? []) : (known.esco?.related ?? []),
    broader: links.broader ? (links.broader.get(known._id) ?? []) : (known.esco?.broader ?? []),
  };
}

/** How many skills got other relations than they had. */
export async function writeLinks(
  slugs: readonly string[],
  links: ReadLinks,
  at: Date,
  signal?: AbortSignal,
): Promise<number> {
  let changed = 0;
  for (let start = 0; start < slugs.length && !signal?.aborted; start += BATCH) {
    const batch = await Skills.find(
      { _id: op({ $in: slugs.slice(start, start + BATCH) }) },
      { 'esco.broader': 1, 'esco.related': 1, 'esco.linksHash': 1 },
    ).lean<Known[]>();
    const writes = [];
    for (const known of batch) {
      const { broader, related } = wanted(known, links);
      const hash = broader.length + related.length === 0 ? '' : fingerprint([broader, related]);
      if (hash === (known.esco?.linksHash ?? '')) continue;
      const update = {
        $set: { 'esco.broader': broader, 'esco.related': related, 'esco.linksHash': hash, updatedAt: at },
        $inc: { version: 1 },
      };
      writes.push({ updateOne: { filter: { _id: known._id }, update } });
    }
    if (writes.length > 0) await Skills.bulkWrite(writes as never[], { ordered: false });
    changed += writes.length;
  }
  return changed;
}
