/** Removes what uploads left behind that came to nothing: files no document mentions, and bytes nothing knows of. */
import { DAY } from '$lib/shared/dates';
import { now } from '../clock';
import { registerJob } from '../jobs/jobs';
import { op } from '../mongo';
import { Files } from './file.model';
import { mentionedSomewhere } from './file-owners';
import { deleteFile, fileStore } from './files';

const BATCH = 200;

/** Younger than a day, a file may still be on its way into its owner. @returns how many it removed */
export async function sweepFiles(): Promise<number> {
  const before = new Date(now().getTime() - DAY);
  let removed = 0;
  let last = '';
  for (;;) {
    const batch = await Files.find({ _id: op({ $gt: last }), createdAt: op({ $lt: before }) }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<{ _id: string }[]>();
    if (batch.length === 0) break;
    const ids = batch.map(({ _id }) => _id);
    const used = await mentionedSomewhere(ids);
    for (const id of ids.filter((each) => !used.has(each))) {
      await deleteFile(id);
      removed++;
    }
    last = ids.at(-1) ?? last;
  }
  return removed + (await sweepBytes(before));
}

async function sweepBytes(before: Date): Promise<number> {
  let removed = 0;
  for await (const { key, at } of fileStore().list()) {
    if (at >= before || (await Files.exists({ key }))) continue;
    await fileStore().delete(key);
    removed++;
  }
  return removed;
}

registerJob({ name: 'files.sweep', everyMs: DAY, run: async () => void (await sweepFiles()) });
