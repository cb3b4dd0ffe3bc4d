/** The NGO goes on despite a possible conflict: with a reason on the record, and only then with a name. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { isNameWithheld, isOpen } from '../../../application/application';
import { applicationFor } from '../../access';
import { Applications } from '../../application.model';

/** @throws AppError refused when there is nothing to decide, conflict when a colleague was faster */
export async function acceptConflict(ctx: Context, input: { applicationId: string; reason: string }): Promise<void> {
  const application = await applicationFor(ctx, input.applicationId, 'ngo');
  if (!isNameWithheld(application) || !isOpen(application.state))
    throw new AppError('refused', 'application_refusal_conflict_over');
  const { _id, state } = application;
  const written = await Applications.updateOne(
    { _id, state, 'conflict.state': 'open' },
    {
      $set: {
        'conflict.state': 'accepted',
        'conflict.reason': input.reason,
        'conflict.by': ctx.actor?.personId ?? null,
        'conflict.at': ctx.now,
      },
      $push: {
        timeline: entry(ctx, 'conflict_accepted'),
        outbox: emit('application.conflict_accepted', { applicationId: _id }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
