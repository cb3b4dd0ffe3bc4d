/** Organisations for tests: `anOrganisation` is pure, the others persist through the commands and make their people. */
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import type { MemberRole } from '../../../src/lib/domains/organisations/organisation';
import type { CreateOrganisation } from '../../../src/lib/domains/organisations/organisation.input';
import { createOrganisation } from '../../../src/lib/domains/organisations/server/commands/create-organisation';
import { acceptInvitation } from '../../../src/lib/domains/organisations/server/commands/members/accept-invitation';
import { inviteMember } from '../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { verifyOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/verify-organisation';
import type { PlatformRole } from '../../../src/lib/server/context';
import type { Locale } from '../../../src/lib/shared/locale';
import { asPerson, asSystem } from '../contexts';

let count = 0;

/** Names that have no word in common, so that no test meets the warning of a similar name by accident. */
export function anOrganisation(overrides: Partial<CreateOrganisation> = {}): CreateOrganisation {
  const word = `org${(++count).toString(36)}x${Math.random().toString(36).slice(2, 8)}`;
  return {
    name: `${word} ${word.split('').reverse().join('')}`,
    legalForm: 'aisbl',
    country: 'BE',
    city: 'Brussels',
    website: `https://${word}.example`,
    purpose: 'We defend the right of citizens to breathe clean air in every European city.',
    means: 'Members’ fees and two foundations.',
    proof: 'Statutes published in the Belgian Official Gazette.',
    registerNumber: null,
    causes: ['climate', 'health'],
    languages: ['en', 'fr'],
    ...overrides,
  };
}

export interface SomePerson {
  name?: string;
  email?: string;
  locale?: Locale;
  confirmed?: boolean;
  platformRoles?: PlatformRole[];
}

/** @returns the person's id and address */
export async function createSomePerson(person: SomePerson = {}): Promise<{ id: string; email: string; name: string }> {
  const number = ++count;
  const email = person.email ?? `person${number}-${Math.random().toString(36).slice(2, 8)}@people.example`;
  const name = person.name ?? `Person ${number}`;
  const { personId } = await signUp(
    asSystem(),
    { name, email, password: 'correct horse battery', locale: person.locale ?? 'en' },
    { confirmed: person.confirmed ?? true, passwordHash: null, platformRoles: person.platformRoles ?? [] },
  );
  if (!personId) throw new Error(`${email} is taken`);
  return { id: personId, email, name };
}

export function createModerator(person: SomePerson = {}): Promise<{ id: string; email: string; name: string }> {
  return createSomePerson({ ...person, platformRoles: ['moderator'] });
}

export interface CreatedOrganisation {
  id: string;
  slug: string;
  ownerId: string;
  ownerEmail: string;
}

/** Waits for its check. */
export async function createPendingOrganisation(
  overrides: Partial<CreateOrganisation> & { ownerId?: string; owner?: SomePerson } = {},
): Promise<CreatedOrganisation> {
  const { ownerId, owner, ...texts } = overrides;
  const person = ownerId ? { id: ownerId, email: '' } : await createSomePerson(owner);
  const { id, slug } = await createOrganisation(await asPerson(person.id), anOrganisation(texts));
  return { id, slug, ownerId: person.id, ownerEmail: person.email };
}

/** Verified: what most tests of other domains need. */
export async function createVerifiedOrganisation(
  overrides: Partial<CreateOrganisation> & { ownerId?: string; owner?: SomePerson } = {},
): Promise<CreatedOrganisation> {
  const organisation = await createPendingOrganisation(overrides);
  await verifyOrganisation(asSystem(), { organisationId: organisation.id });
  return organisation;
}

/** Somebody who was invited and accepted. */
export async function createMember(
  organisation: { id: string },
  role: MemberRole,
  person: SomePerson = {},
): Promise<{ id: string; email: string; name: string }> {
  const member = await createSomePerson(person);
  const { token } = await inviteMember(asSystem(), { organisationId: organisation.id, email: member.email, role });
  await acceptInvitation(await asPerson(member.id), { token });
  return member;
}
