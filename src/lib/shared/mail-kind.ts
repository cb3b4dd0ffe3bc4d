/** What a mail or a notification is about: people choose for each kind how it reaches them by e-mail. */

export const MAIL_KINDS = [
  'account',
  'charter',
  'applications',
  'invitations',
  'work',
  'hours',
  'messages',
  'outcomes',
  'sponsorship',
  'searches',
  'follows',
  'missions',
  'organisation',
  'moderation',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What a link in a mail can refuse: one kind, or the digests as a whole. */
export type MailTopic = MailKind | 'digest';

export function isMailTopic(text: string): text is MailTopic {
  return text === 'digest' || (MAIL_KINDS as readonly string[]).includes(text);
}
