/** The words of the mails about an account. Each is written in the language of whoever reads it. */
import { m } from '$lib/paraglide/messages.js';
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { formatInstant } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { LINK_LIFE_MS } from '../../account';
import type { PersonDocument } from '../person.model';

type Recipient = Pick<PersonDocument, '_id' | 'name' | 'email' | 'locale' | 'timeZone'>;

const address = (path: string) => publicOrigin() + href(path);
const linkNote = () => m.account_mail_link_note({ minutes: LINK_LIFE_MS / 60_000 });
const hello = (person: { name: string }) => m.mail_greeting({ name: person.name });

type Send = (cause: string, person: Recipient, to: string, content: () => MailContent) => Promise<boolean>;

const order = (cause: string, person: Recipient, to: string, content: () => MailContent) =>
  ({ key: cause, to, personId: person._id, locale: person.locale, category: 'account', content }) as const;

/** `cause` names what the mail answers, so that an event delivered twice makes one mail. Its link is in it alone. */
const send: Send = (...parts) => enqueueMail({ ...order(...parts), inApp: false });

/** What happened to the account is told in the application, too. */
const tell: Send = (...parts) => enqueueMail(order(...parts));

export function mailConfirm(cause: string, person: Recipient, token: string): Promise<boolean> {
  return send(cause, person, person.email, () => ({
    subject: m.account_mail_confirm_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_confirm_text()],
    action: { label: m.account_mail_confirm_action(), url: address(`/confirm/${token}`) },
    note: linkNote(),
  }));
}

/** To somebody who signed up with an address that has an account; `token` confirms one that never was. */
export function mailAlreadyRegistered(cause: string, person: Recipient, token: string | null): Promise<boolean> {
  const resetUrl = () => address('/reset');
  return send(cause, person, person.email, () => ({
    subject: m.account_mail_again_subject(),
    greeting: hello(person),
    paragraphs: [
      m.account_mail_again_text(),
      token ? m.account_mail_again_confirm() : m.account_mail_again_sign_in(),
      m.account_mail_again_reset({ url: resetUrl() }),
    ],
    action: token
      ? { label: m.account_mail_confirm_action(), url: address(`/confirm/${token}`) }
      : { label: m.account_mail_again_action(), url: address('/sign-in') },
    note: token ? linkNote() : m.account_mail_again_note(),
  }));
}

export function mailReset(cause: string, person: Recipient, token: string): Promise<boolean> {
  return send(cause, person, person.email, () => ({
    subject: m.account_mail_reset_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_reset_text()],
    action: { label: m.account_mail_reset_action(), url: address(`/reset/${token}`) },
    note: linkNote(),
  }));
}

/** To the new address: the link proves that it is hers. */
export function mailNewAddress(cause: string, person: Recipient, to: string, token: string): Promise<boolean> {
  return send(cause, person, to, () => ({
    subject: m.account_mail_new_address_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_new_address_text({ email: to })],
    action: { label: m.account_mail_new_address_action(), url: address(`/confirm/email/${token}`) },
    note: linkNote(),
  }));
}

/** To the old address, before anything changes: a thief with the password must not go unseen. */
export function mailAddressAsked(cause: string, person: Recipient, newEmail: string): Promise<boolean> {
  return tell(cause, person, person.email, () => ({
    subject: m.account_mail_address_asked_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_address_asked_text({ email: newEmail }), m.account_mail_not_you()],
    action: { label: m.account_mail_reset_action(), url: address('/reset') },
  }));
}

/** To the old address, once it no longer counts. */
export function mailAddressChanged(cause: string, person: Recipient, oldEmail: string): Promise<boolean> {
  return tell(cause, person, oldEmail, () => ({
    subject: m.account_mail_address_changed_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_address_changed_text({ email: person.email }), m.account_mail_address_changed_help()],
  }));
}

export function mailPasswordChanged(cause: string, person: Recipient, at: Date): Promise<boolean> {
  return tell(cause, person, person.email, () => ({
    subject: m.account_mail_password_subject(),
    greeting: hello(person),
    paragraphs: [
      m.account_mail_password_text({ when: formatInstant(at, person.locale, person.timeZone) }),
      m.account_mail_not_you(),
    ],
    action: { label: m.account_mail_reset_action(), url: address('/reset') },
  }));
}

export function mailSecondFactor(cause: string, person: Recipient, on: boolean): Promise<boolean> {
  return tell(cause, person, person.email, () => ({
    subject: on ? m.account_mail_factor_on_subject() : m.account_mail_factor_off_subject(),
    greeting: hello(person),
    paragraphs: [on ? m.account_mail_factor_on_text() : m.account_mail_factor_off_text(), m.account_mail_not_you()],
    action: { label: m.account_mail_reset_action(), url: address('/reset') },
  }));
}

/** The last mail; it belongs to no account any more. */
export function mailDeleted(
  cause: string,
  person: Pick<PersonDocument, 'name' | 'email' | 'locale'>,
): Promise<boolean> {
  const content = () => ({
    subject: m.account_mail_deleted_subject(),
    greeting: hello(person),
    paragraphs: [m.account_mail_deleted_text(), m.account_mail_deleted_thanks()],
  });
  return enqueueMail({ key: cause, to: person.email, locale: person.locale, category: 'account', content });
}
