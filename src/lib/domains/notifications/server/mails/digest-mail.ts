/** The digest: what happened since the last one, by kind, each with its link; in the reader's language. */
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { MAIL_KINDS } from '$lib/shared/mail-kind';
import type { PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { KIND_WORDS } from '../../kind-words';
import type { NotificationDocument } from '../notification.model';

/** Of each kind; the others are counted and in the application. */
const MOST_OF_A_KIND = 15;

/** `digestKey` names the digest: composed again after a crash, it is sent once. */
export async function mailDigest(
  digestKey: string,
  person: PersonContact,
  items: readonly NotificationDocument[],
): Promise<void> {
  const { locale } = person;
  const link = (path: string) => publicOrigin() + href(path);
  await enqueueMail({
    key: `digest:${digestKey}`,
    to: person.email,
    personId: person.id,
    locale,
    category: 'alert',
    kind: 'digest',
    inApp: false,
    content: () => ({
      subject: m.notify_digest_subject({ count: items.length, first: items[0]?.title[locale] ?? '' }),
      greeting: m.mail_greeting({ name: person.name }),
      paragraphs: [m.notify_digest_text({ count: items.length })],
      sections: MAIL_KINDS.flatMap((kind) => {
        const ofKind = items.filter((item) => item.kind === kind);
        if (ofKind.length === 0) return [];
        const shown = ofKind.slice(0, MOST_OF_A_KIND).map(({ title, path }) => ({
          text: title[locale],
          ...(path ? { url: link(path) } : {}),
        }));
        const more = ofKind.length - shown.length;
        const rest = more > 0 ? [{ text: m.notify_digest_more({ count: more }), url: link('/notifications') }] : [];
        return [{ title: KIND_WORDS[kind].label(), items: [...shown, ...rest] }];
      }),
      action: { label: m.notify_digest_action(), url: link('/notifications') },
      note: m.notify_digest_note(),
    }),
  });
}
