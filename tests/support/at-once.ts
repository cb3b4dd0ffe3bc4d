/** Several calls at the very same time. */
import { People } from '../../src/lib/domains/accounts/server/person.model';

/** Opens the database connections first: on a cold pool the first call would be over before the second begins. */
export async function atOnce<T>(calls: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  for (let round = 0; round < 3; round++) await Promise.all(calls.map(() => People.findOne({ _id: 'nobody' }).lean()));
  return Promise.allSettled(calls.map((call) => call()));
}
