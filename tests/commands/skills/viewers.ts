/** Contexts of people by what they may do on the platform. */
import { now } from '../../../src/lib/server/clock';
import type { Context, PlatformRole, SignedIn } from '../../../src/lib/server/context';
import type { Locale } from '../../../src/lib/shared/locale';

export function viewer(platformRoles: PlatformRole[], locale: Locale = 'en'): SignedIn {
  const name = platformRoles[0] ?? 'anyone';
  const actor = { personId: `person-${name}`, name, platformRoles, confirmed: true, sessionId: null };
  return { actor, locale, now: now(), address: '127.0.0.1', system: false };
}

export const moderator = () => viewer(['moderator']);
export const administrator = () => viewer(['administrator']);
export const anyone = (locale: Locale = 'en'): Context => viewer([], locale);
