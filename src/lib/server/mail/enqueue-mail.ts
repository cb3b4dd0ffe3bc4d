/** Puts a mail in the outbox: written now, sent by the job, never twice for one cause. */
import type { Locale } from '$lib/shared/locale';
import type { MailKind, MailTopic } from '$lib/shared/mail-kind';
import { now } from '../clock';
import { nudge } from '../jobs/jobs';
import { isDuplicateKey } from '../mongo';
import { inLocale } from '../http/request-locale';
import { composeMail, type MailContent } from './compose-mail';
import { operator, operatorLine } from '../settings/platform-settings';
import { Mails, type MailCategory } from './mail.model';

export interface MailOrder {
  /** Names the cause, so that a repeated event makes no second mail: `${event.id}:${personId}`. */
  key: string;
  to: string;
  /** The person it goes to, when she has an account. */
  personId?: string;
  locale: Locale;
  category: MailCategory;
  /** What it is about, for the person's wishes; by the category where it is not said. */
  kind?: MailTopic;
  /** Ids of people whose names are in it: the names go when their accounts do. */
  names?: readonly string[];
  /** False where nothing is left to read once the mail is used; `no_link` where its link is a secret. */
  inApp?: boolean | 'no_link';
  /** For alerts with a rhythm of their own: kept for the digest of this moment, whatever the kind says. */
  digestAt?: Date;
  /** Called in the recipient's language, so `m.…()` and `href()` need no locale inside. */
  content: () => MailContent;
}

export type MailVerdict =
  /** `at` is now, or when the recipient's quiet hours end. */
  | { send: 'now'; at: Date; unsubscribeUrl: string | null }
  /** It is told in a digest, or only in the application. */
  | { send: 'not_alone' };

/** What the notifications domain decides about a mail to somebody with an account: the only gate there is. */
export type MailGate = (order: MailOrder & { personId: string; kind: MailTopic }) => Promise<MailVerdict>;

let gate: MailGate = async () => ({ send: 'now', at: now(), unsubscribeUrl: null });

export function setMailGate(next: MailGate): void {
  gate = next;
}

const KIND_OF: Record<MailCategory, MailKind> = { account: 'account', work: 'work', reminder: 'work', alert: 'work' };

/** @returns whether a mail was written; false when the cause is known already or the person wants no such mail now */
export async function enqueueMail(order: MailOrder): Promise<boolean> {
  const kind = order.kind ?? KIND_OF[order.category];
  const verdict: MailVerdict = order.personId
    ? await gate({ ...order, personId: order.personId, kind })
    : { send: 'now', at: now(), unsubscribeUrl: null };
  if (verdict.send !== 'now') return false;
  const by = operatorLine(await operator());
  const composed = inLocale(order.locale, () => composeMail(order.content(), order.locale, verdict.unsubscribeUrl, by));
  try {
    await Mails.create({
      key: order.key,
      to: order.to,
      personId: order.personId ?? null,
      locale: order.locale,
      category: order.category,
      ...composed,
      unsubscribeUrl: verdict.unsubscribeUrl,
      state: 'queued',
      nextAt: verdict.at,
      createdAt: now(),
    });
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  nudge('mail');
  return true;
}
