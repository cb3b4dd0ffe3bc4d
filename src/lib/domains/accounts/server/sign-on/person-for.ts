/** Who somebody is whom a provider has let in: by its subject, else by a confirmed address in the employer's domains. */
import { emit } from '$lib/server/events';
import { now } from '$lib/server/clock';
import { isDuplicateKey } from '$lib/server/mongo';
import { newId } from '$lib/shared/ids';
import { BASE_LOCALE, isLocale } from '$lib/shared/locale';
import { newPerson } from '../new-person';
import type { AuthenticatedPerson } from '../passport/authenticate-with';
import { People, type PersonDocument } from '../person.model';
import { Sessions } from '../session.model';
import { SignOnIdentities, type SignOnIdentity, type SignOnProvider } from './sign-on.model';

export interface Claims {
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  name?: unknown;
  locale?: unknown;
}

export type SignOnRefusal =
  | 'sign_on_refusal_no_email'
  | 'sign_on_refusal_unconfirmed'
  | 'sign_on_refusal_domain'
  | 'sign_on_refusal_other_person';

const inDomains = (email: string, domains: readonly string[]) => {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`));
};

export async function personFor(
  provider: SignOnProvider,
  claims: Claims,
): Promise<{ person: AuthenticatedPerson } | { refusal: SignOnRefusal }> {
  const email = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : '';
  if (!/^[^\s@]{1,64}@[^\s@]{3,190}$/.test(email)) return { refusal: 'sign_on_refusal_no_email' };
  if (claims.email_verified !== true) return { refusal: 'sign_on_refusal_unconfirmed' };
  if (!inDomains(email, provider.domains)) return { refusal: 'sign_on_refusal_domain' };
  const known = await SignOnIdentities.findOne({
    providerKey: provider._id,
    subject: claims.sub,
  }).lean<SignOnIdentity>();
  if (known) {
    const person = await People.findOne({ _id: known.personId, state: 'active' })
      .select('+secondFactor')
      .lean<PersonDocument>();
    if (person) return { person: authenticated(person) };
    await SignOnIdentities.deleteOne({ _id: known._id });
  }
  const person = (await existing(email)) ?? (await create(email, claims));
  return (await link(provider._id, claims.sub, person._id))
    ? { person: authenticated(person) }
    : { refusal: 'sign_on_refusal_other_person' };
}

function authenticated({ _id, email, name, locale, secondFactor }: PersonDocument): AuthenticatedPerson {
  return { _id, email, name, locale, secondFactor: Boolean(secondFactor?.enabledAt) };
}

/**
 * The account of this address. One that nobody confirmed may have been opened by somebody else to lie in wait: its password,
 * links and sessions end before its owner comes in.
 */
async function existing(email: string): Promise<PersonDocument | null> {
  const person = await People.findOne({ email, state: 'active' }).select('+secondFactor').lean<PersonDocument>();
  if (!person || person.confirmedAt) return person;
  await People.updateOne(
    { _id: person._id, confirmedAt: null },
    {
      $set: { confirmedAt: now(), passwordHash: null, links: [], secondFactor: null },
      $push: { outbox: emit('account.confirmed', { personId: person._id }) },
    },
  );
  await Sessions.deleteMany({ personId: person._id });
  return { ...person, secondFactor: null };
}

async function create(email: string, claims: Claims): Promise<PersonDocument> {
  const said = typeof claims.name === 'string' ? claims.name.trim().slice(0, 80) : '';
  const language = typeof claims.locale === 'string' ? claims.locale.slice(0, 2).toLowerCase() : '';
  const person = newPerson({
    name: said || (email.split('@')[0] ?? email),
    email,
    locale: isLocale(language) ? language : BASE_LOCALE,
    at: now(),
    passwordHash: null,
    confirmed: true,
    platformRoles: [],
    intent: 'offers_help',
  });
  person.outbox = [
    emit('account.signed_up', { personId: person._id }),
    emit('account.confirmed', { personId: person._id }),
  ];
  try {
    await People.create(person);
    return person;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // She signed on twice at once.
    const made = await existing(email);
    if (!made) throw error;
    return made;
  }
}

/** False when the account belongs to another subject of this provider already. */
async function link(providerKey: string, subject: string, personId: string): Promise<boolean> {
  try {
    await SignOnIdentities.create({ _id: newId(), providerKey, subject, personId, createdAt: now() });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await SignOnIdentities.exists({ providerKey, subject, personId })) !== null;
  }
}
