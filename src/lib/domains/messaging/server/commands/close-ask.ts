/** Either side says that a question is settled: answered elsewhere, or no longer asked. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { threadId, type SubjectKind } from '../../thread';
import { Threads } from '../thread.model';

/** Twice changes nothing. @throws AppError not_found for strangers and for what asks nothing, forbidden for viewers */
export async function closeAsk(
  ctx: Context,
  input: { kind: SubjectKind; subjectId: string; messageId: string },
): Promise<void> {
  requireConfirmed(ctx);
  const { kind, subjectId, messageId } = input;
  const { side } = await threadParties(ctx, kind, subjectId, 'write');
  const _id = threadId(kind, subjectId);
  const closed = await Threads.updateOne(
    { _id, messages: op({ $elemMatch: { id: messageId, 'ask.day': { $ne: null }, 'ask.doneAt': null } }) },
    { $set: { 'messages.$.ask.doneAt': ctx.now, 'messages.$.ask.doneBy': side } },
  );
  if (closed.matchedCount > 0) return;
  const known = { _id, messages: op({ $elemMatch: { id: messageId, 'ask.day': { $ne: null } } }) };
  if ((await Threads.exists(known)) === null) throw new AppError('not_found', 'error_not_found');
}
