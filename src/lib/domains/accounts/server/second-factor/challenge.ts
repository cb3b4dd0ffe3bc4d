/** The half-open door between the right password and the code: a token that this browser alone holds. */
import type { Context } from '$lib/server/context';
import { newLink } from '../links/person-links';
import { People, type PersonDocument } from '../person.model';

export async function newChallenge(ctx: Context, personId: string): Promise<string> {
  const person = await People.findById(personId).lean<PersonDocument>();
  const token = person ? await newLink(personId, 'challenge', person.email) : null;
  if (!token) throw new Error(`no challenge for ${personId}`);
  return token;
}
