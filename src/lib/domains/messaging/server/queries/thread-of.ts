/** The thread of an application or engagement, for those on either side of it. */
import { m } from '$lib/paraglide/messages.js';
import { requireActor, type Context } from '$lib/server/context';
import type { FileRef } from '$lib/shared/file-ref';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { threadId, unreadFor, type SubjectKind } from '../../thread';
import { Threads, type ThreadDocument } from '../thread.model';

export interface MessageView {
  id: string;
  author: string;
  side: 'volunteer' | 'ngo';
  mine: boolean;
  text: string;
  file: FileRef | null;
  /** ISO instant. */
  at: string;
}

export interface ThreadView {
  kind: SubjectKind;
  subjectId: string;
  messages: MessageView[];
  unread: number;
  mayWrite: boolean;
}

/** The latest messages; older ones of a very long thread stay in the export. */
const SHOWN = 200;

/** @throws AppError not_found for strangers */
export async function threadOf(ctx: Context, kind: SubjectKind, subjectId: string): Promise<ThreadView> {
  const { personId } = requireActor(ctx);
  const { side, mayWrite, closed } = await threadParties(ctx, kind, subjectId, 'read');
  const thread = await Threads.findById(threadId(kind, subjectId)).lean<ThreadDocument>();
  const messages = closed ? [] : (thread?.messages ?? []).slice(-SHOWN);
  const people = await personCards(messages.map((message) => message.personId));
  return {
    kind,
    subjectId,
    messages: messages.map(({ id, side: by, personId: author, text, file, at }) => ({
      id,
      author: people.get(author)?.name ?? m.account_deleted_person(),
      side: by,
      mine: author === personId,
      text,
      file: file ? { ...file } : null,
      at: at.toISOString(),
    })),
    unread: thread && !closed ? unreadFor(thread, { personId, side }) : 0,
    mayWrite,
  };
}
