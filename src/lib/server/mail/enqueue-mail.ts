/** Puts a mail in the outbox: written now, sent by the job, never twice for one cause. */
import type { Locale } from '$lib/shared/locale';
import { now } from '../clock';
import { nudge } from '../jobs/jobs';
import { isDuplicateKey } from '../mongo';
import { inLocale } from '../http/request-locale';
import { composeMail, type MailContent } from './compose-mail';
import { Mails, type MailCategory } from './mail.model';

export interface MailOrder {
  /** Names the cause, so that a repeated event makes no second mail: `${event.id}:${personId}`. */
  key: string;
  to: string;
  /** The person it goes to, when she has an account. */
  personId?: string;
  locale: Locale;
  category: MailCategory;
  /** Called in the recipient's language, so `m.…()` and `href()` need no locale inside. */
  content: () => MailContent;
}

/** What the accounts domain knows of a person's wishes: null refuses the mail, a string is the link to refuse more. */
export type UnsubscribeRule = (
  personId: string,
  category: MailCategory,
) => Promise<{ wanted: boolean; url: string | null }>;
let rule: UnsubscribeRule = async () => ({ wanted: true, url: null });

export function setUnsubscribeRule(next: UnsubscribeRule): void {
  rule = next;
}

/** @returns whether a mail was written; false when the cause is known already or the person wants no such mail */
export async function enqueueMail(order: MailOrder): Promise<boolean> {
  const refusable = order.category !== 'account' && order.category !== 'work';
  const wish = order.personId && refusable ? await rule(order.personId, order.category) : { wanted: true, url: null };
  if (!wish.wanted) return false;
  const composed = inLocale(order.locale, () => composeMail(order.content(), order.locale, wish.url));
  try {
    await Mails.create({
      key: order.key,
      to: order.to,
      personId: order.personId ?? null,
      locale: order.locale,
      category: order.category,
      ...composed,
      unsubscribeUrl: wish.url,
      state: 'queued',
      nextAt: now(),
      createdAt: now(),
    });
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  nudge('mail');
  return true;
}
