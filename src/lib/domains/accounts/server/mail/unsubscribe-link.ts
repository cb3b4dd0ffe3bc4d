/** Links that refuse one kind of mail: no account needed, good for as long as the person is (RFC 8058). */
import { REFUSABLE_MAIL, type RefusableMail } from '../../account';
import { keyedHash, sameHash } from '../links/secret-token';
import { People, type PersonDocument } from '../person.model';

export function unsubscribeToken(person: Pick<PersonDocument, '_id' | 'secret'>, category: RefusableMail): string {
  return `${person._id}.${category}.${proof(person, category)}`;
}

/** Whose token it is and what it refuses; null when we never made it. */
export async function unsubscribeWish(
  token: string,
): Promise<{ person: PersonDocument; category: RefusableMail } | null> {
  const [personId = '', kind = '', given = ''] = token.split('.');
  const category = REFUSABLE_MAIL.find((known) => known === kind);
  if (!category || !/^[0-9a-z]{20}$/.test(personId)) return null;
  const person = await People.findOne({ _id: personId, state: 'active' }).select('+secret').lean<PersonDocument>();
  return person && sameHash(given, proof(person, category)) ? { person, category } : null;
}

/** 128 bits of the keyed hash are plenty and keep the link short. */
function proof(person: Pick<PersonDocument, '_id' | 'secret'>, category: RefusableMail): string {
  return keyedHash(person.secret, 'unsubscribe', category).slice(0, 22);
}
