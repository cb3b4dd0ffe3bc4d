/** A moderator closes a report with what she found; whoever reported reads it. */
import { requireModerator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import type { ResolveReport } from '../../report';
import '../moderation-events';
import { Reports } from '../report.model';

export async function resolveReport(ctx: Context, input: ResolveReport): Promise<void> {
  const by = requireModerator(ctx)?.personId ?? null;
  const { reportId, outcome, note } = input;
  const result = await Reports.updateOne(
    { _id: reportId, state: 'open' },
    {
      $set: { state: 'resolved', outcome, note, resolvedBy: by, resolvedAt: ctx.now },
      $unset: { openKey: '' },
      $push: { outbox: emit('report.resolved', { reportId, by, outcome, note }) },
    },
  );
  if (result.matchedCount > 0) return;
  const known = await Reports.exists({ _id: reportId });
  throw known ? new AppError('conflict', 'error_conflict') : new AppError('not_found', 'error_not_found');
}
