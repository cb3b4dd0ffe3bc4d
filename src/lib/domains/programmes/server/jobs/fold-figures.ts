/** Folds the entries of a period into the figures that dashboards read: a page costs the same for five people and five thousand. */
import { now } from '$lib/server/clock';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { daysOf, FiguresFold, type PeriodFigures } from '../../figures';
import { SponsoredEntries, type SponsoredEntry } from '../statements/entry.model';
import { ProgrammeFigures, type FiguresDocument } from '../figures/figures.model';

const FIELDS = { personId: 1, team: 1, day: 1, minutes: 1, causes: 1, skills: 1 } as const;

export function registerFiguresJob(): void {
  registerJob({ name: 'programmes.figures', everyMs: 60_000, run: foldFigures });
}

export async function foldFigures(): Promise<void> {
  const stale = await ProgrammeFigures.find({ stale: true }).lean<FiguresDocument[]>();
  for (const seen of stale) {
    const figures = await figuresOf(seen.organisationId, seen.period);
    // Entries that came in meanwhile raised the count: then it stays stale for the next round.
    await ProgrammeFigures.updateOne(
      { _id: seen._id, rev: seen.rev },
      { $set: { stale: false, figures, foldedRev: seen.rev, at: now() } },
    );
  }
}

export async function figuresOf(organisationId: string, period: string): Promise<PeriodFigures> {
  const { from, to } = daysOf(period);
  const fold = new FiguresFold();
  const entries = SponsoredEntries.find({ organisationId, day: op({ $gte: from, $lte: to }) }, FIELDS)
    .lean<SponsoredEntry[]>()
    .cursor({ batchSize: 1000 });
  for await (const entry of entries) fold.add(entry as unknown as SponsoredEntry);
  return fold.figures();
}
