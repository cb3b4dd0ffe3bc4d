/** Wires the messaging domain into a process: copies by e-mail, merging, and what a person takes along or leaves behind. */
import './messaging-events';
import { subscribe } from '$lib/server/events';
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { deleteFile } from '$lib/server/files/files';
import { registerAnswerDates } from './answer-dates';
import { registerAnswersJob } from './jobs/remind-answers';
import { mailAnswerDue } from './mails/answer-mails';
import { registerMessageFiles } from './own-files';
import { mailMessage } from './mails/message-mails';
import { Threads, type ThreadDocument } from './thread.model';

export function registerMessagingSubscribers(): void {
  registerMessageFiles();
  registerAnswerDates();
  registerAnswersJob();
  subscribe('message.sent', 'messaging.mail', mailMessage);
  subscribe('message.answer_due', 'messaging.mail', mailAnswerDue);
  subscribe('organisation.merged', 'messaging.move', async ({ payload }) => {
    await Threads.updateMany({ organisationId: payload.fromId }, { $set: { organisationId: payload.intoId } });
  });
  registerPersonalData('messaging.messages', async (personId) => {
    const threads = await Threads.find({ 'messages.personId': personId }).lean<ThreadDocument[]>();
    const written = threads.flatMap(({ kind, subjectId, messages }) =>
      messages
        .filter((message) => message.personId === personId)
        .map(({ text, file, ask, at }) => ({
          about: kind,
          subjectId,
          text,
          file: file ?? null,
          answerBy: ask?.day ?? null,
          at,
        })),
    );
    return written.length > 0 ? written : null;
  });
  registerErasure('messaging', forgetMessages);
}

/** What she wrote is emptied and what she attached deleted; that something was written there stays, so that the answers make sense. */
async function forgetMessages(personId: string): Promise<void> {
  const threads = await Threads.find({ 'messages.personId': personId }).lean<ThreadDocument[]>();
  for (const { _id, messages } of threads) {
    const hers = messages.filter((message) => message.personId === personId && (message.text !== '' || message.file));
    for (const { id, file } of hers) {
      if (file) await deleteFile(file.id);
      await Threads.updateOne(
        { _id, 'messages.id': id },
        { $set: { 'messages.$.text': '', 'messages.$.file': null, 'messages.$.ask': null } },
      );
    }
  }
  await Threads.updateMany({ 'readAt.personId': personId }, { $pull: { readAt: { personId } } });
}
