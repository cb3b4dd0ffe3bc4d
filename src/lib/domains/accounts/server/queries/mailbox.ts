/** The operator's mailbox: what was written, to whom, and what became of it. */
import type { Context } from '$lib/server/context';
import { Mails, type MailDocument, type MailState } from '$lib/server/mail/mail.model';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { Locale } from '$lib/shared/locale';
import { canReadMailbox, isOpenMailbox, linkedParts, withoutSecrets, type TextPart } from '../mail/mailbox-policy';

export interface MailCard {
  id: string;
  to: string;
  subject: string;
  state: MailState;
  locale: Locale;
  attempts: number;
  createdAt: Date;
}

export interface Mailbox {
  mails: MailCard[];
  page: number;
  pages: number;
  total: number;
  open: boolean;
}

const PAGE_SIZE = 25;
const CARD = { to: 1, subject: 1, state: 1, locale: 1, attempts: 1, createdAt: 1 } as const;

export async function mailbox(ctx: Context, wish: { recipient: string; page: number }): Promise<Mailbox> {
  if (!canReadMailbox(ctx)) throw new AppError('not_found', 'error_not_found');
  const recipient = wish.recipient.trim().toLowerCase().slice(0, 254);
  const pattern = recipient.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const filter = recipient ? { to: op({ $regex: pattern }) } : {};
  const total = await Mails.countDocuments(filter);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, wish.page), pages);
  const mails = await Mails.find(filter, CARD)
    .sort({ createdAt: -1, _id: -1 })
    .skip((page - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .lean<MailDocument[]>();
  return { mails: mails.map(cardOf), page, pages, total, open: isOpenMailbox() };
}

export interface MailPage extends MailCard {
  parts: TextPart[];
  lastError: string | null;
  sentAt: Date | null;
  open: boolean;
}

export async function mailPage(ctx: Context, id: string): Promise<MailPage> {
  const mail = await readMail(ctx, id);
  return {
    ...cardOf(mail),
    parts: linkedParts(withoutSecrets(mail.text)),
    lastError: mail.lastError,
    sentAt: mail.sentAt,
    open: isOpenMailbox(),
  };
}

/** The HTML as the recipient's program would show it: to be served in a sandbox. */
export async function mailHtml(ctx: Context, id: string): Promise<string> {
  return withoutSecrets((await readMail(ctx, id)).html);
}

async function readMail(ctx: Context, id: string): Promise<MailDocument> {
  const mail = canReadMailbox(ctx) ? await Mails.findOne({ _id: id }).lean<MailDocument>() : null;
  if (!mail) throw new AppError('not_found', 'error_not_found');
  return mail;
}

function cardOf({ _id, to, subject, state, locale, attempts, createdAt }: MailDocument): MailCard {
  return { id: _id, to, subject, state, locale, attempts, createdAt };
}
