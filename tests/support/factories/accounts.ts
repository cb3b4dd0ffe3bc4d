/** People for tests: `aPerson` is pure, `createPerson` signs up through the command. */
import type { SignUpInput } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { hashPassword } from '../../../src/lib/domains/accounts/server/passwords/hash-password';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { startSession, type Visit } from '../../../src/lib/domains/accounts/server/sessions/start-session';
import type { Context, PlatformRole, SignedIn } from '../../../src/lib/server/context';
import type { MailDocument } from '../../../src/lib/server/mail/mail.model';
import { asStranger, asSystem } from '../contexts';

export const PASSWORD = 'river lantern teapot';
let hash: Promise<string> | undefined;
let count = 0;

/** What a sign-up form posts; each with an address of its own. */
export function aPerson(overrides: Partial<SignUpInput> = {}): SignUpInput {
  const email = `p${++count}-${Math.random().toString(36).slice(2, 8)}@people.example`;
  return { name: `Person ${count}`, email, password: PASSWORD, locale: 'en', intent: 'both', ...overrides };
}

export interface PersonOptions {
  confirmed?: boolean;
  platformRoles?: PlatformRole[];
}

/** Confirmed unless said otherwise, with the password `PASSWORD`. */
export async function createPerson(
  overrides: Partial<SignUpInput> = {},
  { confirmed = true, platformRoles = [] }: PersonOptions = {},
): Promise<{ id: string; name: string; email: string }> {
  const person = aPerson(overrides);
  hash ??= hashPassword(PASSWORD);
  const options = { confirmed, platformRoles, passwordHash: await hash };
  const { personId } = await signUp(asSystem(), person, options);
  if (!personId) throw new Error(`${person.email} has an account already`);
  return { id: personId, name: person.name, email: person.email };
}

/** A browser that was never here. */
export function aVisit(overrides: Partial<Visit> = {}): Visit {
  return {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    deviceToken: undefined,
    previousToken: undefined,
    ...overrides,
  };
}

/** A context with a real session behind it. */
export async function inSession(personId: string): Promise<{ ctx: SignedIn; token: string; deviceToken: string }> {
  const opened = await startSession(asStranger(), personId, aVisit());
  const found = await actorOfSession(opened.token);
  if (!found) throw new Error(`no session for ${personId}`);
  return { ctx: { ...asStranger(), actor: found.actor }, ...opened };
}

export function elsewhere(ctx: Context, address: string): Context {
  return { ...ctx, address };
}

/** The token of the first link of this kind in a mail. */
export function tokenIn(mail: MailDocument | undefined, path: 'confirm' | 'confirm/email' | 'reset'): string {
  const found = new RegExp(`/${path}/([\\w-]{16,})`).exec(mail?.text ?? '');
  if (!found?.[1]) throw new Error(`no link to ${path} in ${mail?.text ?? 'no mail'}`);
  return found[1];
}
