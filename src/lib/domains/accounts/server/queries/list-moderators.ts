/** Who checks organisations and missions: for the mails that tell them what waits. */
import { op } from '$lib/server/mongo';
import { PLATFORM_ROLES } from '../../account';
import { People, type PersonDocument } from '../person.model';
import { contactOf, type PersonContact } from './person-contact';

/** Moderators and administrators with a confirmed address. */
export async function moderatorContacts(): Promise<PersonContact[]> {
  const people = await People.find({
    platformRoles: op({ $in: [...PLATFORM_ROLES] }),
    state: 'active',
    confirmedAt: op({ $ne: null }),
  }).lean<PersonDocument[]>();
  return people.map(contactOf);
}
