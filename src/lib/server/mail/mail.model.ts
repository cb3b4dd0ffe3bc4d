/** The outgoing mail of the platform: written before it is sent, sent once, kept for the retention period. */
import type { Locale } from '$lib/shared/locale';
import { defineModel, documentSchema } from '../mongo';

export type MailState = 'queued' | 'sending' | 'sent' | 'kept' | 'failed';

/** How it came about; what the recipient can choose is by kind (`mail-kind.ts`). Mails about the account carry secrets. */
export type MailCategory = 'account' | 'work' | 'reminder' | 'alert';

export interface MailDocument {
  _id: string;
  /** Unique: the same cause never makes two mails. */
  key: string;
  to: string;
  personId: string | null;
  locale: Locale;
  category: MailCategory;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  state: MailState;
  attempts: number;
  nextAt: Date;
  createdAt: Date;
  sentAt: Date | null;
  lastError: string | null;
}

const schema = documentSchema<MailDocument>({
  key: { type: String, required: true },
  to: { type: String, required: true },
  personId: { type: String, default: null },
  locale: { type: String, required: true },
  category: { type: String, required: true },
  subject: { type: String, required: true },
  text: { type: String, required: true },
  html: { type: String, required: true },
  unsubscribeUrl: { type: String, default: null },
  state: { type: String, required: true },
  attempts: { type: Number, default: 0 },
  nextAt: { type: Date, required: true },
  createdAt: { type: Date, required: true },
  sentAt: { type: Date, default: null },
  lastError: { type: String, default: null },
});
// enqueueMail: one mail per cause.
schema.index({ key: 1 }, { unique: true });
// deliverMail: what is due.
schema.index({ state: 1, nextAt: 1 });
// The operator's mailbox, newest first.
schema.index({ createdAt: -1 });
// Deletion of an account removes its mail.
schema.index({ personId: 1 });

export const Mails = defineModel<MailDocument>('Mail', schema, 'mails');
