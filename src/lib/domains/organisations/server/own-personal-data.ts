/** What organisations keep about a person: where she belongs, and which invitations wait for her address. */
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { Organisations, type OrganisationDocument } from './organisation.model';

type Read = Pick<OrganisationDocument, '_id' | 'name' | 'members' | 'invitations' | 'timeline'>;
const READ = { name: 1, members: 1, invitations: 1, timeline: 1 } as const;

export function registerOrganisationsPersonalData(): void {
  registerPersonalData('organisations.memberships', async (personId) => {
    const found = await Organisations.find({ 'members.personId': personId }, READ).lean<Read[]>();
    return found.map(({ _id, name, members, timeline }) => {
      const member = members.find((each) => each.personId === personId);
      const acts = timeline.filter(({ by }) => by === personId).map(({ at, what, note }) => ({ at, what, note }));
      return { organisationId: _id, organisation: name, role: member?.role, since: member?.since, acts };
    });
  });
  registerPersonalData('organisations.invitations', async (personId) => {
    const person = await personContact(personId);
    if (!person) return null;
    const found = await Organisations.find({ 'invitations.email': person.email }, READ).lean<Read[]>();
    return found.flatMap(({ name, invitations }) =>
      invitations
        .filter(({ email }) => email === person.email)
        .map(({ role, createdAt, expiresAt }) => ({ organisation: name, role, createdAt, expiresAt })),
    );
  });
}
