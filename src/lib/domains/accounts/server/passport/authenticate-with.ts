/**
 * Passport without Express: runs one strategy against a request of ours and says how it went. The caller starts the
 * session; Passport's own session handling stays off.
 */
import type { PersonDocument } from '../person.model';
import { passportRequest, passportResponse, type AuthenticationRequest } from './request-adapter';
import { strategies, type StrategyName } from './strategies';

/** Who the strategies let in. Secrets are not part of it. */
export type AuthenticatedPerson = Pick<PersonDocument, '_id' | 'email' | 'name' | 'locale'> & {
  /** Whether a code of an authenticator app must follow. */
  secondFactor: boolean;
};

export type Outcome =
  | { kind: 'success'; person: AuthenticatedPerson }
  | { kind: 'failure'; info: unknown }
  /** To a provider's page; `session` must come back with the person, so keep it. */
  | { kind: 'redirect'; location: string; session: Record<string, unknown> };

/** @throws whatever the strategy reports as an error: a database or a provider that does not answer */
export function authenticateWith(name: StrategyName, request: AuthenticationRequest): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const incoming = passportRequest(request);
    const outgoing = passportResponse((location) => resolve({ kind: 'redirect', location, session: incoming.session }));
    const finished = (error: unknown, person?: AuthenticatedPerson | false | null, info?: unknown) => {
      if (error) reject(error);
      else if (person) resolve({ kind: 'success', person });
      else resolve({ kind: 'failure', info });
    };
    const run = strategies().authenticate(name, { session: false }, finished as never) as unknown as (
      incoming: unknown,
      outgoing: unknown,
      next: (error?: unknown) => void,
    ) => void;
    // A strategy that neither decides nor redirects has a fault: never treat that as a way in.
    run(incoming, outgoing, (error) => reject(error ?? new Error(`strategy ${name} did not decide`)));
  });
}
