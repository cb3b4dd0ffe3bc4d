/** Asks for the password again before something that would let a stranger at an open screen take the account over. */
import { AppError } from '$lib/shared/app-error';
import { resetLimit, takeFromLimit } from '$lib/server/rate-limit';
import { People, type PersonDocument } from '../person.model';
import { passwordMatches } from './hash-password';

export type PersonWithSecrets = PersonDocument;

/**
 * The person, secrets included, once her password is proven. Tries are limited before anything is hashed.
 * @throws AppError limited, or refused at the field `current_password`
 */
export async function requirePassword(personId: string, password: string): Promise<PersonWithSecrets> {
  await takeFromLimit('passwordByAccount', personId);
  const person = await People.findOne({ _id: personId, state: 'active' })
    .select('+passwordHash +secret +secondFactor')
    .lean<PersonWithSecrets>();
  if (!(await passwordMatches(person?.passwordHash, password)) || !person) {
    throw new AppError('refused', 'account_error_password_wrong', { field: 'current_password' });
  }
  await resetLimit('passwordByAccount', personId);
  return person;
}
