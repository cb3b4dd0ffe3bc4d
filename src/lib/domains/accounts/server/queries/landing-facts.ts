/** What decides where a person begins after signing in. */
import type { PlatformRole } from '$lib/server/context';
import type { Intent } from '../../account';
import { People, type PersonDocument } from '../person.model';

export interface LandingFacts {
  confirmed: boolean;
  platformRoles: PlatformRole[];
  intent: Intent;
}

export async function landingFacts(personId: string): Promise<LandingFacts | null> {
  const person = await People.findOne({ _id: personId, state: 'active' }).lean<PersonDocument>();
  if (!person) return null;
  return { confirmed: person.confirmedAt !== null, platformRoles: person.platformRoles, intent: person.intent };
}
