/** The accounts that the demonstration offers, all with one password. On a real installation there are none. */
import { isDemo } from '$lib/server/env';

export const DEMO_PASSWORD = 'causeway-demo-2026';

/** In the order of the main story; the descriptions are for the operator's terminal. */
export const DEMO_ACCOUNTS = [
  {
    key: 'ngo',
    email: 'ngo@demo.causeway.example',
    description: "owner of a citizens' organisation, takes part in the exchange floor",
  },
  {
    key: 'lawyer',
    email: 'lawyer@demo.causeway.example',
    description: 'volunteer, lawyer; valuer on the exchange floor',
  },
  {
    key: 'designer',
    email: 'designer@demo.causeway.example',
    description: 'volunteer, designer; matchmaker on the exchange floor',
  },
  {
    key: 'student',
    email: 'student@demo.causeway.example',
    description: 'volunteer, student with a supervisor; broker on the exchange floor',
  },
  { key: 'csr', email: 'csr@demo.causeway.example', description: 'runs the pro-bono programme of a company' },
  {
    key: 'moderator',
    email: 'moderator@demo.causeway.example',
    description: 'moderator; notary on the exchange floor',
  },
  { key: 'admin', email: 'admin@demo.causeway.example', description: 'administrator; organises the exchange floor' },
] as const;

export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];
export type DemoKey = DemoAccount['key'];

/** Empty unless this installation is a demonstration. */
export function demoAccounts(): DemoAccount[] {
  return isDemo() ? [...DEMO_ACCOUNTS] : [];
}
