/** The organisations that a person belongs to, by name. */
import type { MemberRole, OrganisationKind, OrganisationState } from '../../organisation';
import { Organisations, type OrganisationDocument } from '../organisation.model';

export interface MembershipItem {
  organisationId: string;
  slug: string;
  name: string;
  role: MemberRole;
  state: OrganisationState;
  kind: OrganisationKind;
}

export async function membershipsOf(personId: string): Promise<MembershipItem[]> {
  const found = await Organisations.find({ 'members.personId': personId })
    .select({ slug: 1, name: 1, state: 1, kind: 1, members: 1 })
    .lean<Pick<OrganisationDocument, '_id' | 'slug' | 'name' | 'state' | 'kind' | 'members'>[]>();
  return found
    .flatMap(({ _id, slug, name, state, kind, members }) => {
      const role = members.find((member) => member.personId === personId)?.role;
      return role ? [{ organisationId: _id, slug, name, role, state, kind }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
