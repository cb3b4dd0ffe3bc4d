/** The ways in. OpenID Connect joins here as one more `use(name, strategy)` per employer. */
import passport from 'passport';
import { localStrategy } from './local-strategy';

export type StrategyName = 'local' | `oidc:${string}`;

type Passport = InstanceType<typeof passport.Passport>;
let known: Passport | undefined;

export function strategies(): Passport {
  if (!known) {
    const fresh = new passport.Passport();
    fresh.use('local', localStrategy());
    known = fresh;
  }
  return known;
}
