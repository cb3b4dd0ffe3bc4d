/** Who asks, in which language and when: the first argument of every command and query. */
import { AppError } from '$lib/shared/app-error';
import { BASE_LOCALE, type Locale } from '$lib/shared/locale';
import { now } from './clock';

export type PlatformRole = 'moderator' | 'administrator';

export interface Actor {
  personId: string;
  name: string;
  platformRoles: readonly PlatformRole[];
  /** False until the e-mail address is confirmed: such a person can look, not act. */
  confirmed: boolean;
  sessionId: string | null;
  /** The hat she chose in this browser, or begins with; whether she may wear it is asked where it leads. */
  hat?: string | null;
}

export interface Context {
  actor: Actor | null;
  locale: Locale;
  now: Date;
  /** The client's network address, for rate limits only; never stored with content. */
  address: string;
  /** True for jobs, subscribers and command-line programs, which act for the platform itself. */
  system: boolean;
}

export interface SignedIn extends Context {
  actor: Actor;
}

/** @throws AppError unauthenticated */
export function requireActor(ctx: Context): Actor {
  if (!ctx.actor) throw new AppError('unauthenticated', 'error_sign_in_first');
  return ctx.actor;
}

/** @throws AppError unauthenticated, or forbidden while the e-mail address is not confirmed */
export function requireConfirmed(ctx: Context): Actor {
  const actor = requireActor(ctx);
  if (!actor.confirmed) throw new AppError('forbidden', 'error_confirm_email_first');
  return actor;
}

export function isModerator(ctx: Context): boolean {
  return ctx.system || (ctx.actor?.platformRoles.length ?? 0) > 0;
}

export function isAdministrator(ctx: Context): boolean {
  return ctx.system || (ctx.actor?.platformRoles.includes('administrator') ?? false);
}

/**
 * A stranger learns nothing: whoever is not a moderator is told that there is no such page.
 * @throws AppError not_found
 */
export function requireModerator(ctx: Context): Actor | null {
  if (!isModerator(ctx)) throw new AppError('not_found', 'error_not_found');
  return ctx.actor;
}

/** For jobs, subscribers and command-line programs. */
export function systemContext(locale: Locale = BASE_LOCALE): Context {
  return { actor: null, locale, now: now(), address: 'system', system: true };
}
