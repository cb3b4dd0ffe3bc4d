/** Links that refuse one topic of mail: no account needed, good for as long as the person is (RFC 8058). */
import { publicOrigin } from '$lib/server/env';
import { href } from '$lib/shared/href';
import { isMailTopic, type MailTopic } from '$lib/shared/mail-kind';
import { keyedHash, sameHash } from '../links/secret-token';
import { People, type PersonDocument } from '../person.model';
import { contactOf, type PersonContact } from './person-contact';

export interface MailReader extends PersonContact {
  /** Refuses this topic, in her language. */
  unsubscribeUrl(topic: MailTopic): string;
}

/** Whom a mail goes to, with the way to refuse more of its kind; null for whoever has left. */
export async function mailReader(personId: string): Promise<MailReader | null> {
  const person = await withSecret(personId);
  if (!person) return null;
  const unsubscribeUrl = (topic: MailTopic) =>
    publicOrigin() + href(`/unsubscribe/${personId}.${topic}.${proof(person, topic)}`, person.locale);
  return { ...contactOf(person), unsubscribeUrl };
}

/** Whose link it is and what it refuses; null when we never made it. */
export async function personOfUnsubscribeLink(token: string): Promise<{ personId: string; topic: MailTopic } | null> {
  const [personId = '', topic = '', given = ''] = token.split('.');
  if (!isMailTopic(topic) || !/^[0-9a-z]{20}$/.test(personId)) return null;
  const person = await withSecret(personId);
  return person && sameHash(given, proof(person, topic)) ? { personId, topic } : null;
}

async function withSecret(personId: string): Promise<PersonDocument | null> {
  return People.findOne({ _id: personId, state: 'active' }).select('+secret').lean<PersonDocument>();
}

/** 128 bits of the keyed hash are plenty and keep the link short. */
function proof(person: Pick<PersonDocument, 'secret'>, topic: MailTopic): string {
  return keyedHash(person.secret, 'unsubscribe', topic).slice(0, 22);
}
