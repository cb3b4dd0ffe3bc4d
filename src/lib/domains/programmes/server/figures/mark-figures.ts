/** Says that the figures of some days are to be folded again: soon, by the job, and not while somebody waits for a page. */
import { nudge } from '$lib/server/jobs/jobs';
import { periodsOf } from '../../figures';
import { ProgrammeFigures } from './figures.model';

export function figuresId(organisationId: string, period: string): string {
  return `${organisationId}-${period}`;
}

export async function markFigures(organisationId: string, days: readonly string[]): Promise<void> {
  for (const period of new Set(days.flatMap(periodsOf)))
    await ProgrammeFigures.updateOne(
      { _id: figuresId(organisationId, period) },
      { $inc: { rev: 1 }, $set: { stale: true }, $setOnInsert: { organisationId, period, foldedRev: 0 } },
      { upsert: true },
    );
  nudge('programmes.figures');
}
