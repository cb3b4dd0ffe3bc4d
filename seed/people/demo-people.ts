/** The people behind the demonstration accounts, and the few others that the story names. All are invented. */
import type { Calendar } from '../engine/calendar';
import type { CastPerson } from '../engine/cast';

interface DemoPerson extends Omit<CastPerson, 'at'> {
  /** Days ago on which she signed up. */
  joined: number;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: 'ngo', joined: 406, name: 'Marta Lindqvist-Okoro', email: 'ngo@demo.causeway.example', locale: 'en' },
  { key: 'lawyer', joined: 384, name: 'Camille Thonnard', email: 'lawyer@demo.causeway.example', locale: 'fr' },
  { key: 'designer', joined: 322, name: 'Jelle Terpsma', email: 'designer@demo.causeway.example', locale: 'nl' },
  { key: 'student', joined: 198, name: 'Inês Valadão', email: 'student@demo.causeway.example', locale: 'en' },
  {
    key: 'moderator',
    joined: 420,
    name: 'Hannelore Brix',
    email: 'moderator@demo.causeway.example',
    locale: 'en',
    platformRoles: ['moderator'],
  },
  {
    key: 'admin',
    joined: 421,
    name: 'Tomasz Wielgosz',
    email: 'admin@demo.causeway.example',
    locale: 'en',
    platformRoles: ['administrator'],
  },
  { key: 'csr', joined: 404, name: 'Philippa Moorcroft', email: 'csr@demo.causeway.example', locale: 'en' },
];

/** Who owns which organisation, where it is not somebody made up by chance. */
export const OWNERS: Readonly<Record<string, string>> = { riverbend: 'ngo', 'halden-moor': 'csr' };

export function demoPeople(calendar: Calendar): CastPerson[] {
  return DEMO_PEOPLE.map(({ joined, ...person }) => ({ ...person, at: calendar.ago(joined, 9) }));
}
