/** The way in by e-mail address and password. Limits are taken by the command before it comes here. */
import { Strategy } from 'passport-local';
import { passwordMatches } from '../passwords/hash-password';
import { People, type PersonDocument } from '../person.model';
import type { AuthenticatedPerson } from './authenticate-with';

export function localStrategy(): Strategy {
  // Passport ignores what an async verify returns and loses what it throws, so the promise is handed over by hand.
  return new Strategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
    personWithPassword(email, password).then((person) => done(null, person ?? false), done);
  });
}

/** One path for an address with and without an account: one look-up, one comparison. */
async function personWithPassword(email: string, password: string): Promise<AuthenticatedPerson | null> {
  const person = await People.findOne({ email: email.toLowerCase(), state: 'active' })
    .select('+passwordHash +secondFactor')
    .lean<PersonDocument>();
  if (!(await passwordMatches(person?.passwordHash, password)) || !person) return null;
  return {
    _id: person._id,
    email: person.email,
    name: person.name,
    locale: person.locale,
    secondFactor: Boolean(person.secondFactor?.enabledAt),
  };
}
