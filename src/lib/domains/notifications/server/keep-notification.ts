/** Writes the notification of a mail, once for its cause: the same words, in every language, without its secrets. */
import { publicOrigin } from '$lib/server/env';
import { inLocale } from '$lib/server/http/request-locale';
import type { MailContent } from '$lib/server/mail/compose-mail';
import type { MailOrder } from '$lib/server/mail/enqueue-mail';
import { isDuplicateKey } from '$lib/server/mongo';
import { newId } from '$lib/shared/ids';
import { BASE_LOCALE, LOCALES, type Locale } from '$lib/shared/locale';
import type { MailKind } from '$lib/shared/mail-kind';
import type { Delivery } from '../moments';
import { Notifications, type NotificationDocument } from './notification.model';

const MAX_TITLE = 200;
const MAX_TEXT = 400;

type Order = MailOrder & { personId: string };

/** @returns how the cause is told: as decided now, or as it was when it came the first time */
export async function keepNotification(
  order: Order,
  kind: MailKind,
  delivery: Delivery,
  at: Date,
): Promise<NotificationDocument['by']> {
  const { key } = order;
  try {
    await Notifications.create({
      // Sorts like its moment, also in a story whose clock was moved.
      _id: newId(at),
      key,
      personId: order.personId,
      kind,
      ...wordsOf(order.content),
      path: pathOf(order, kind),
      names: [...new Set(order.names ?? [])].filter((id) => id !== order.personId),
      at,
      by: delivery.by,
      digestAt: delivery.by === 'digest' ? delivery.at : null,
    });
    return delivery.by;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const known = await Notifications.findOne({ key }, { by: 1 }).lean<Pick<NotificationDocument, 'by'>>();
    if (!known) throw error;
    return known.by;
  }
}

/** What somebody wrote (the quote) stays where it was written: it can be taken back there. */
function wordsOf(content: () => MailContent): Pick<NotificationDocument, 'title' | 'text'> {
  const inEvery = LOCALES.map((locale) => [locale, inLocale(locale, content)] as const);
  const pick = (read: (words: MailContent) => string, most: number) =>
    Object.fromEntries(inEvery.map(([locale, words]) => [locale, shortened(read(words), most)])) as Record<
      Locale,
      string
    >;
  return {
    title: pick(({ subject }) => subject, MAX_TITLE),
    // What only leads to a quote says nothing without it.
    text: pick(({ paragraphs: [first = ''] }) => (/:\s*$/.test(first) ? '' : first), MAX_TEXT),
  };
}

function shortened(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}

function pathOf({ inApp, content }: Order, kind: MailKind): string | null {
  if (kind === 'account') return '/account/security';
  if (inApp === 'no_link') return null;
  const url = inLocale(BASE_LOCALE, content).action?.url;
  const origin = publicOrigin();
  if (!url?.startsWith(`${origin}/`)) return null;
  const path = url.slice(origin.length);
  // Our own addresses are in small letters; a token, which opens something, hardly ever is.
  return /[A-Z_]/.test(new URL(url).pathname) ? null : path;
}
