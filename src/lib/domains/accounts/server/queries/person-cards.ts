/** How people are named to others: by name alone. */
import { m } from '$lib/paraglide/messages.js';
import { op } from '$lib/server/mongo';
import { People, type PersonDocument } from '../person.model';

export interface PersonCard {
  id: string;
  name: string;
}

/** Those who left are named as such, in the reader's language; ids that nobody has are left out. */
export async function personCards(ids: readonly string[]): Promise<Map<string, PersonCard>> {
  if (ids.length === 0) return new Map();
  const people = await People.find({ _id: op({ $in: [...new Set(ids)] }) }, { name: 1, state: 1 }).lean<
    PersonDocument[]
  >();
  return new Map(
    people.map(({ _id, name, state }) => [
      _id,
      { id: _id, name: state === 'deleted' ? m.account_deleted_person() : name },
    ]),
  );
}
