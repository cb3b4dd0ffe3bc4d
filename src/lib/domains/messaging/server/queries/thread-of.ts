/** The thread of an application or engagement, for those on either side of it. */
import { m } from '$lib/paraglide/messages.js';
import { requireActor, type Context } from '$lib/server/context';
import { QUOTA_BYTES, usedBytes } from '$lib/server/files/files';
import type { FileRef } from '$lib/shared/file-ref';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { answerTo, owedBy } from '../../ask';
import { threadId, unreadFor, type Message, type SubjectKind } from '../../thread';
import { Threads, type ThreadDocument } from '../thread.model';

export interface MessageView {
  id: string;
  author: string;
  side: 'volunteer' | 'ngo';
  mine: boolean;
  text: string;
  file: FileRef | null;
  ask: AskView | null;
  /** ISO instant. */
  at: string;
}

export interface AskView {
  day: string;
  state: 'open' | 'late' | 'answered' | 'done';
  /** Whether the reader's side asked. */
  asked: boolean;
}

export interface ThreadView {
  kind: SubjectKind;
  subjectId: string;
  messages: MessageView[];
  unread: number;
  mayWrite: boolean;
  /** Bytes of the organisation's files, for its own people who may send one; for the others only once it is nearly full. */
  allowance: { used: number; total: number } | null;
  /** Questions that the reader's side has not answered, the most urgent first. */
  owed: { id: string; text: string; day: string }[];
  /** Calendar day, in the volunteer's zone. */
  today: string;
}

/** The latest messages; older ones of a very long thread stay in the export. */
const SHOWN = 200;
const EXCERPT = 120;
/** Of an organisation's files: from here on an upload may well be the last. */
const NEARLY_FULL = 0.9;

/** @throws AppError not_found for strangers */
export async function threadOf(ctx: Context, kind: SubjectKind, subjectId: string): Promise<ThreadView> {
  const { personId } = requireActor(ctx);
  const { side, mayWrite, closed, volunteerId, organisationId } = await threadParties(ctx, kind, subjectId, 'read');
  const thread = await Threads.findById(threadId(kind, subjectId)).lean<ThreadDocument>();
  const messages = closed ? [] : (thread?.messages ?? []).slice(-SHOWN);
  const today = isoDay(ctx.now, (await personContact(volunteerId))?.timeZone);
  const people = await personCards(messages.map((message) => message.personId));
  const used = mayWrite ? await usedBytes(organisationId) : 0;
  const tellsAllowance = mayWrite && (side === 'ngo' || used > NEARLY_FULL * QUOTA_BYTES);
  return {
    kind,
    subjectId,
    messages: messages.map((message) => {
      const { id, side: by, personId: author, text, file, at } = message;
      return {
        id,
        author: people.get(author)?.name ?? m.account_deleted_person(),
        side: by,
        mine: author === personId,
        text,
        file: file ? { ...file } : null,
        ask: askView(messages, message, side, today),
        at: at.toISOString(),
      };
    }),
    unread: thread && !closed ? unreadFor(thread, { personId, side }) : 0,
    mayWrite,
    allowance: tellsAllowance ? { used, total: QUOTA_BYTES } : null,
    owed: owedBy(messages, side).map(({ id, text, ask }) => ({
      id,
      text: text.slice(0, EXCERPT),
      day: ask?.day ?? '',
    })),
    today,
  };
}

function askView(messages: readonly Message[], message: Message, side: Message['side'], today: string): AskView | null {
  const { id, ask, side: by } = message;
  if (!ask) return null;
  const open = ask.day < today ? 'late' : 'open';
  const state = answerTo(messages, id) ? 'answered' : ask.doneAt ? 'done' : open;
  return { day: ask.day, state, asked: by === side };
}
