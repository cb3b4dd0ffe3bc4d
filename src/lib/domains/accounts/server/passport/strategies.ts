/** The ways in. OpenID Connect joins here as one more `use(name, strategy)` per employer. */
import passport, { type Authenticator } from 'passport';
import { localStrategy } from './local-strategy';

export type StrategyName = 'local' | `oidc:${string}`;

let known: Authenticator | undefined;

export function strategies(): Authenticator {
  if (!known) {
    known = new passport.Passport();
    known.use('local', localStrategy());
  }
  return known;
}
