/** What the NGO adds to a published outcome: the decision-maker answers later, and the account goes on. Pure. */
import { DAY } from '$lib/shared/dates';
import type { DeciderReply } from './outcome';

export interface OutcomeUpdate {
  id: string;
  at: Date;
  /** Where it stands since; the outcome itself carries the latest. */
  reply: DeciderReply;
  /** Calendar day of the reply, or null. */
  replyDay: string | null;
  text: string;
  /** What was said before, so that the history is whole. */
  before: { reply: DeciderReply; replyDay: string | null };
  formKey: string | null;
}

export const MAX_UPDATES = 40;
export const UPDATE_MAX = 4000;

/** Nothing was decided yet: the NGO is asked again, and may add what comes. */
export const WAITING_REPLIES: readonly DeciderReply[] = ['none', 'acknowledged'];
export const awaitsReply = (reply: DeciderReply): boolean => WAITING_REPLIES.includes(reply);

/** Days without news after which the NGO is asked whether there was a reply. */
export const REPLY_REMINDER_DAYS = [30, 90, 180] as const;

/** The name under which a reminder is remembered; a new update begins the counting anew. */
export const replyReminder = (days: number): string => `reply_${days}`;
export const isReplyReminder = (kind: string): boolean => kind.startsWith('reply_');

/** The reminder that is due now, or null: one at a time, and none that a later one has overtaken. */
export function replyReminderDue(
  outcome: { reply: DeciderReply; toldAt: Date; reminded: readonly string[] },
  now: Date,
): number | null {
  if (!awaitsReply(outcome.reply)) return null;
  const days = REPLY_REMINDER_DAYS.findLast((each) => now.getTime() - outcome.toldAt.getTime() >= each * DAY);
  return days === undefined || outcome.reminded.includes(replyReminder(days)) ? null : days;
}

/** When the public last heard of it. */
export function lastTold(publishedAt: Date, updates: readonly Pick<OutcomeUpdate, 'at'>[]): Date {
  return updates.at(-1)?.at ?? publishedAt;
}

/** A reply has come on a day that has been; no reply has no day. */
export function whyNotUpdate(
  { reply, replyDay }: Pick<OutcomeUpdate, 'reply' | 'replyDay'>,
  today: string,
): 'outcome_refusal_reply_ahead' | 'outcome_refusal_no_reply_day' | null {
  if (reply === 'none' && replyDay !== null) return 'outcome_refusal_no_reply_day';
  return replyDay !== null && replyDay > today ? 'outcome_refusal_reply_ahead' : null;
}
