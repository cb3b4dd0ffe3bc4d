/** A copy of a message by e-mail to the other side, with a link to answer. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { DomainEvent } from '$lib/server/events';
import { formatDay } from '$lib/shared/dates';
import { address, sendMail } from '$lib/domains/engagements/server/mails/send-mail';
import { subjectOf } from '$lib/domains/engagements/server/queries/thread-parties';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { Threads, type ThreadDocument } from '../thread.model';

const dayOf = (day: string) => formatDay(new Date(`${day}T12:00:00Z`), getLocale(), 'UTC');

export async function mailMessage({ id, payload }: DomainEvent<'message.sent'>): Promise<void> {
  const thread = await Threads.findById(payload.threadId).lean<ThreadDocument>();
  const message = thread?.messages.find((each) => each.id === payload.messageId);
  const about = thread && (await subjectOf(thread.kind, thread.subjectId));
  if (!thread || !message || !about) return;
  const author = (await personCards([message.personId])).get(message.personId)?.name ?? '';
  await sendMail({
    cause: id,
    about,
    kind: 'messages',
    names: [message.personId],
    to: message.side === 'ngo' ? 'volunteer' : 'editors',
    words: ({ title }) => ({
      subject: m.mail_message_subject({ author, title }),
      paragraphs: [
        m.mail_message_text({ author }),
        ...(message.ask ? [m.mail_message_ask({ author, day: dayOf(message.ask.day) })] : []),
        ...(message.file ? [m.mail_message_file({ name: message.file.name })] : []),
      ],
      quote: message.text,
      action: { label: m.mail_message_action(), url: address(`/${thread.kind}s/${thread.subjectId}#thread`) },
      note: m.mail_message_note(),
    }),
  });
}
