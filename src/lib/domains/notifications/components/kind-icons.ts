/** The mark of each kind of news. */
import type { MailKind } from '$lib/shared/mail-kind';
import type { IconName } from '$lib/ui/marks/icons';

export const KIND_ICONS: Record<MailKind, IconName> = {
  account: 'lock',
  charter: 'edit',
  applications: 'user',
  invitations: 'star',
  work: 'handshake',
  hours: 'clock',
  messages: 'message',
  outcomes: 'document',
  sponsorship: 'building',
  searches: 'search',
  follows: 'bell',
  missions: 'megaphone',
  organisation: 'building',
  moderation: 'scale',
};
