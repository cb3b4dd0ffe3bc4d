/** One side writes to the other; the NGO's first message on an application shows that it is being read. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { withFile, type Upload } from '$lib/server/files/files';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { newId } from '$lib/shared/ids';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { reviewApplication } from '$lib/domains/engagements/server/commands/applications/review-application';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { newAsk, owedBy, whyNotAsk, type Ask } from '../../ask';
import { MAX_MESSAGES, threadId, type Message, type SubjectKind } from '../../thread';
import { fileSubject } from '../own-files';
import { Threads, type ThreadDocument } from '../thread.model';
import '../messaging-events';

export interface SendMessage {
  kind: SubjectKind;
  subjectId: string;
  text: string;
  file?: Upload | null;
  /** Asks for an answer by this calendar day, `2027-03-12`. */
  answerBy?: string | null;
  /** Ids of the other side's questions that this answers; what was no open question is left out. */
  answers?: readonly string[];
}

/**
 * For the volunteer and editors of the NGO; viewers only read. The same form sent again writes nothing.
 * @throws AppError not_found for strangers, forbidden for viewers, limited
 */
export async function sendMessage(ctx: Context, input: SendMessage, formKey?: string): Promise<{ messageId: string }> {
  const { personId } = requireConfirmed(ctx);
  const { organisationId, volunteerId, side } = await threadParties(ctx, input.kind, input.subjectId, 'write');
  await takeFromLimit('messageByAccount', personId);
  const ask = input.answerBy ? await askedBy(ctx, personId, input.answerBy) : null;
  const _id = threadId(input.kind, input.subjectId);
  await openThread(ctx, { _id, ...input, organisationId, personId: volunteerId });
  const id = newId();
  const answers = await answeredBy(_id, side, input.answers ?? []);
  if (input.file) await takeFromLimit('uploadByAccount', personId);
  await withFile(
    input.file,
    { subject: fileSubject(input), quotaKey: organisationId, personId, field: 'attachment' },
    (file) =>
      write(_id, { id, side, personId, text: input.text, file, ask, answers, at: ctx.now, formKey: formKey ?? null }),
  );
  // After the message: should this be lost, the next message does it, and reading it twice changes nothing.
  if (side === 'ngo' && input.kind === 'application') await reviewApplication(ctx, { applicationId: input.subjectId });
  return { messageId: id };
}

/** @throws AppError refused at `answerBy` for a day that has passed or is far away */
async function askedBy(ctx: Context, personId: string, day: string): Promise<Ask> {
  const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
  const refusal = whyNotAsk(day, today);
  if (refusal) throw new AppError('refused', refusal, { field: 'answerBy' });
  return newAsk(day, today);
}

async function answeredBy(_id: string, side: Message['side'], ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const thread = await Threads.findById(_id, { messages: 1 }).lean<Pick<ThreadDocument, 'messages'>>();
  return owedBy(thread?.messages ?? [], side).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}

/** False when the same form has written it already. */
async function write(_id: string, message: Message): Promise<boolean> {
  const { id, formKey, at } = message;
  const written = await Threads.updateOne(
    {
      _id,
      [`messages.${MAX_MESSAGES - 1}`]: op({ $exists: false }),
      ...(formKey ? { 'messages.formKey': op({ $ne: formKey }) } : {}),
    },
    {
      $push: { messages: message, outbox: emit('message.sent', { threadId: _id, messageId: id }) },
      $set: { lastAt: at },
    },
  );
  if (written.matchedCount > 0) return true;
  if (await isKnown(_id, formKey)) return false;
  throw new AppError('refused', 'message_refusal_full');
}

async function isKnown(_id: string, formKey: string | null): Promise<boolean> {
  return formKey !== null && (await Threads.exists({ _id, 'messages.formKey': formKey })) !== null;
}

async function openThread(
  ctx: Context,
  of: { _id: string; kind: SubjectKind; subjectId: string; organisationId: string; personId: string },
): Promise<void> {
  const { _id, kind, subjectId, organisationId, personId } = of;
  if (await Threads.exists({ _id })) return;
  try {
    await Threads.create({ _id, kind, subjectId, organisationId, personId, lastAt: ctx.now });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
