/** Invitations whose link lets its person make an account even while registration is closed to everybody else. */
import { splitLocale } from '$lib/shared/locale';

/** The address that an open invitation went to, for whoever holds its token; null where it is over. */
export type InvitedAddress = (token: string, now: Date) => Promise<string | null>;

const kinds = new Map<string, InvitedAddress>();

/** `prefix` is the beginning of the link, before the token: `registerSignUpInvitations('/invitations/', …)`. */
export function registerSignUpInvitations(prefix: string, ask: InvitedAddress): void {
  kinds.set(prefix, ask);
}

/** The page that somebody came from tells which invitation she holds. */
export async function invitedAddress(next: string | null | undefined, now: Date): Promise<string | null> {
  const { path } = splitLocale(next ?? '');
  for (const [prefix, ask] of kinds) {
    const token = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    if (/^[\w-]{16,64}$/.test(token)) return ask(token, now);
  }
  return null;
}
