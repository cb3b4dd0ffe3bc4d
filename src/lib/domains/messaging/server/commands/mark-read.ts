/** Somebody has looked at a thread: what the other side wrote until now is no longer new to her. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { threadId, type SubjectKind } from '../../thread';
import { Threads } from '../thread.model';

export async function markRead(ctx: Context, input: { kind: SubjectKind; subjectId: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  await threadParties(ctx, input.kind, input.subjectId, 'read');
  const _id = threadId(input.kind, input.subjectId);
  const known = await Threads.updateOne({ _id, 'readAt.personId': personId }, { $set: { 'readAt.$.at': ctx.now } });
  if (known.matchedCount > 0) return;
  await Threads.updateOne(
    { _id, 'readAt.personId': op({ $ne: personId }) },
    { $push: { readAt: { personId, at: ctx.now } } },
  );
}
