/** The collection `notifications`: what happened that concerns one person, in every language, kept 180 days. */
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { Locale } from '$lib/shared/locale';
import { MAIL_KINDS, type MailKind } from '$lib/shared/mail-kind';

export interface NotificationDocument {
  _id: string;
  /** Unique: the cause and the person, as of the mail about it. */
  key: string;
  personId: string;
  kind: MailKind;
  title: Record<Locale, string>;
  text: Record<Locale, string>;
  /** A path of ours without language, or null. */
  path: string | null;
  /** Ids of the people it names: their names go with their accounts. */
  names: string[];
  at: Date;
  readAt: Date | null;
  /** How it was decided to tell it by mail, once: a second delivery of the event decides nothing anew. */
  by: 'mail' | 'digest' | 'app';
  /** Set while it waits for the digest of that moment. */
  digestAt: Date | null;
  /** The digest that has taken it. */
  digestKey: string | null;
}

const schema = documentSchema<NotificationDocument>({
  key: { type: String, required: true },
  personId: { type: String, required: true },
  kind: { type: String, enum: MAIL_KINDS, required: true },
  title: { type: Object, required: true },
  text: { type: Object, required: true },
  path: { type: String, default: null },
  names: { type: [String], default: [] },
  at: { type: Date, required: true },
  readAt: { type: Date, default: null },
  by: { type: String, required: true },
  digestAt: { type: Date, default: null },
  digestKey: { type: String, default: null },
});
// keepNotification: one for each cause and person.
schema.index({ key: 1 }, { unique: true });
// notificationList: a person's own, the latest first; export and deletion.
schema.index({ personId: 1, at: -1 });
// unreadCount, and the list of what is unread.
schema.index({ personId: 1, readAt: 1, at: -1 });
// sendDigests: what is due.
schema.index({ digestAt: 1 }, { partialFilterExpression: { digestAt: { $type: 'date' } } });
// forgetNotifications.
schema.index({ at: 1 });
// forgetName: where somebody is named.
schema.index({ names: 1 });

export const Notifications = defineModel<NotificationDocument>('Notification', schema, 'notifications');
