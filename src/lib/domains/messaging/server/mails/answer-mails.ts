/** The mails about an answer that was asked for by a day: to whoever owes it, and when it is late to whoever asked. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { DomainEvent } from '$lib/server/events';
import { formatDay } from '$lib/shared/dates';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { address, sendMail } from '$lib/domains/engagements/server/mails/send-mail';
import { subjectOf } from '$lib/domains/engagements/server/queries/thread-parties';
import { isOpenAsk } from '../../ask';
import { Threads, type ThreadDocument } from '../thread.model';

export async function mailAnswerDue({ id, payload }: DomainEvent<'message.answer_due'>): Promise<void> {
  const thread = await Threads.findById(payload.threadId).lean<ThreadDocument>();
  const message = thread?.messages.find((each) => each.id === payload.messageId);
  const about = thread && (await subjectOf(thread.kind, thread.subjectId));
  if (!message?.ask || !about || !isOpenAsk(thread.messages, message)) return;
  const { day } = message.ask;
  const author = (await personCards([message.personId])).get(message.personId)?.name ?? '';
  const url = address(`/${thread.kind}s/${thread.subjectId}#thread`);
  const exact = () => formatDay(new Date(`${day}T12:00:00Z`), getLocale(), 'UTC');
  const common = { cause: id, about, kind: 'messages' as const, names: [message.personId] };
  const late = payload.reminder === 'overdue';
  const [owing, asking] =
    message.side === 'ngo' ? (['volunteer', 'editors'] as const) : (['editors', 'volunteer'] as const);
  await sendMail({
    ...common,
    to: owing,
    words: ({ title }) => ({
      subject: late ? m.mail_answer_late_subject({ author, title }) : m.mail_answer_due_subject({ author, title }),
      paragraphs: [late ? m.mail_answer_late_text({ day: exact() }) : m.mail_answer_due_text({ author, day: exact() })],
      quote: message.text,
      action: { label: m.mail_message_action(), url },
      note: m.mail_answer_note(),
    }),
  });
  if (!late) return;
  await sendMail({
    ...common,
    to: asking,
    words: ({ title, ngo, volunteer }) => ({
      subject: m.mail_answer_missing_subject({ name: owing === 'editors' ? ngo : volunteer, title }),
      paragraphs: [m.mail_answer_missing_text({ name: owing === 'editors' ? ngo : volunteer, day: exact() })],
      quote: message.text,
      action: { label: m.mail_answer_missing_action(), url },
    }),
  });
}
