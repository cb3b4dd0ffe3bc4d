/** A letter to everybody who may act for an organisation, each in her language. */
import { m } from '$lib/paraglide/messages.js';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';

/** `inApp`: `no_link` where the link in it opens something by itself. */
export async function toEditors(
  cause: string,
  organisationId: string,
  content: () => Omit<MailContent, 'greeting'>,
  inApp: boolean | 'no_link' = true,
): Promise<void> {
  for (const person of await memberContacts(organisationId, 'editor')) {
    await enqueueMail({
      key: `${cause}:${organisationId}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category: 'work',
      kind: 'organisation',
      inApp,
      content: () => ({ greeting: m.mail_greeting({ name: person.name }), ...content() }),
    });
  }
}
