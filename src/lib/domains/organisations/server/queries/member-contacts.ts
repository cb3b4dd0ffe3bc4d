/** Where to write to the members of an organisation: for mail, never for a page. */
import { personContacts, type PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import type { MemberRole } from '../../organisation';
import { roleAtLeast } from '../../organisation.policy';
import { Organisations, type OrganisationDocument } from '../organisation.model';

export async function memberContacts(organisationId: string, min: MemberRole): Promise<PersonContact[]> {
  const found = await Organisations.findById(organisationId)
    .select({ members: 1 })
    .lean<Pick<OrganisationDocument, 'members'>>();
  const ids = (found?.members ?? []).filter(({ role }) => roleAtLeast(role, min)).map(({ personId }) => personId);
  return personContacts(ids);
}
