/** How many new messages wait for somebody in each thread: for My work and the NGO's board. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { threadId, unreadFor, type SubjectKind } from '../../thread';
import { Threads, type ThreadDocument } from '../thread.model';

/** Unread counts by subject id; threads that are not the reader's own or her NGO's count nothing. */
export async function unreadThreads(
  ctx: Context,
  kind: SubjectKind,
  subjectIds: readonly string[],
): Promise<Record<string, number>> {
  const { personId } = requireActor(ctx);
  if (subjectIds.length === 0) return {};
  const mine = new Set((await membershipsOf(personId)).map(({ organisationId }) => organisationId));
  const threads = await Threads.find({ _id: op({ $in: subjectIds.map((id) => threadId(kind, id)) }) }).lean<
    ThreadDocument[]
  >();
  return Object.fromEntries(
    threads.flatMap((thread) => {
      const own = thread.personId === personId;
      if (!own && !mine.has(thread.organisationId)) return [];
      const unread = unreadFor(thread, { personId, side: own ? 'volunteer' : 'ngo' });
      return unread > 0 ? [[thread.subjectId, unread]] : [];
    }),
  );
}
