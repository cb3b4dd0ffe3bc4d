/** The demonstration accounts that exist here, with their names, for the sign-in page. */
import { op } from '$lib/server/mongo';
import { demoAccounts, type DemoKey } from '../demo-accounts';
import { People, type PersonDocument } from '../person.model';

export interface DemoAccountCard {
  key: DemoKey;
  email: string;
  name: string;
}

export async function listDemoAccounts(): Promise<DemoAccountCard[]> {
  const offered = demoAccounts();
  if (offered.length === 0) return [];
  const people = await People.find({ email: op({ $in: offered.map(({ email }) => email) }), state: 'active' }).lean<
    PersonDocument[]
  >();
  const names = new Map(people.map(({ email, name }) => [email, name]));
  return offered.flatMap(({ key, email }) => {
    const name = names.get(email);
    return name ? [{ key, email, name }] : [];
  });
}
