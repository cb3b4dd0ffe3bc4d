/** How far the run of an edition is, for the page that waits for it. */
import type { Context } from '$lib/server/context';
import { editionFor } from '../../access';
import { Schedules, type Run, type ScheduleDocument } from '../../plans/schedule.model';

export async function runProgress(ctx: Context, slug: string): Promise<{ state: Run['state'] | null; share: number }> {
  const edition = await editionFor(ctx, slug, 'matchmaker');
  const found = await Schedules.findById(edition._id).select({ run: 1 }).lean<Pick<ScheduleDocument, 'run'>>();
  return { state: found?.run?.state ?? null, share: found?.run?.share ?? 0 };
}
