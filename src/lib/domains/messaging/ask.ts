/** A message that asks for an answer by a day, and how such a question stands. Pure. */
import { DAY } from '$lib/shared/dates';
import type { Message } from './thread';

export interface Ask {
  /** Calendar day by which an answer is asked, `2027-03-12`. */
  day: string;
  /** When somebody said that it is settled without an answer here. */
  doneAt: Date | null;
  /** Which side said so. */
  doneBy: Message['side'] | null;
  /** Reminders that were sent: `before`, `overdue`. */
  reminded: string[];
}

/** How far ahead an answer may be asked for. */
export const MOST_ASK_DAYS = 366;
/** Questions that one message may answer. */
export const MAX_ANSWERS = 20;

type Asking = Pick<Message, 'id' | 'ask' | 'answers'>;

/** Which message answered a question, if one did. */
export function answerTo<T extends Asking>(messages: readonly T[], askId: string): T | null {
  return messages.find(({ answers }) => answers?.includes(askId)) ?? null;
}

export function isOpenAsk(messages: readonly Asking[], message: Asking): boolean {
  return Boolean(message.ask) && message.ask?.doneAt === null && answerTo(messages, message.id) === null;
}

/** Questions of the other side that `side` has not answered, the most urgent first. */
export function owedBy<T extends Asking & Pick<Message, 'side'>>(messages: readonly T[], side: Message['side']): T[] {
  return messages
    .filter((message) => message.side !== side && isOpenAsk(messages, message))
    .sort((a, b) => ((a.ask?.day ?? '') < (b.ask?.day ?? '') ? -1 : 1));
}

export function whyNotAsk(day: string, today: string): 'message_refusal_past' | 'message_refusal_far' | null {
  if (day < today) return 'message_refusal_past';
  return Date.parse(day) - Date.parse(today) > MOST_ASK_DAYS * DAY ? 'message_refusal_far' : null;
}

export type AskReminder = 'before' | 'overdue';

const dayBefore = (day: string) => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

/** The reminder that is due and was not sent: on the day before, and once when the day has passed. */
export function askReminder({ day, reminded }: Pick<Ask, 'day' | 'reminded'>, today: string): AskReminder | null {
  const kind = today > day ? 'overdue' : today >= dayBefore(day) ? 'before' : null;
  return kind === null || reminded.includes(kind) ? null : kind;
}

/** A new question; whoever is asked for tomorrow has just been told. */
export function newAsk(day: string, today: string): Ask {
  const told = askReminder({ day, reminded: [] }, today);
  return { day, doneAt: null, doneBy: null, reminded: told ? [told] : [] };
}
