/** Ends one of one's own sessions. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Sessions } from '../session.model';

/** @throws AppError not_found for a session that is gone or somebody else's */
export async function endSession(ctx: Context, input: { id: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  const ended = await Sessions.deleteOne({ _id: input.id, personId });
  if (ended.deletedCount === 0) throw new AppError('not_found', 'account_error_session_gone');
}
