/** What an account is: the words of a person's record, and the shapes that the account forms post. */
import { z } from 'zod';
import { checkbox, email, text } from '$lib/shared/form-fields';
import { DAY, DEFAULT_TIME_ZONE } from '$lib/shared/dates';
import { LOCALES } from '$lib/shared/locale';

/** What brings a person here, asked once at sign-up: it decides the first step after the address is confirmed. */
export const INTENTS = ['needs_help', 'offers_help', 'sponsors', 'both'] as const;
export type Intent = (typeof INTENTS)[number];

export const PLATFORM_ROLES = ['moderator', 'administrator'] as const;

export const MIN_PASSWORD = 12;
/** What the pages advise to whoever uses no second factor. */
export const ADVISED_PASSWORD = 15;
export const MAX_PASSWORD = 128;

/** Links that confirm, reset or change an address live this long, and work once. */
export const LINK_LIFE_MS = 30 * 60_000;
/** A session ends after this long without use, … */
export const SESSION_IDLE_MS = 30 * DAY;
/** … and in any case after this long. */
export const SESSION_LIFE_MS = 180 * DAY;

/** What the doors of the front page call it: `/sign-up?as=ngo`. */
const DOORS: Readonly<Record<string, Intent>> = { ngo: 'needs_help', volunteer: 'offers_help', employer: 'sponsors' };

export function intentOfDoor(door: string | null): Intent | null {
  return (door !== null && Object.hasOwn(DOORS, door) && DOORS[door]) || null;
}

/** The first page of use to a new person. */
export function firstStep(intent: Intent): string {
  if (intent === 'needs_help') return '/organisations/new';
  if (intent === 'sponsors') return '/employer/new';
  return intent === 'offers_help' ? '/profile' : '/account/welcome';
}

const timeZone = () => z.string().max(60).refine(isTimeZone, 'account_error_time_zone');

export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl answers an unknown zone with a RangeError.
    return false;
  }
}

/** Every zone that this machine knows, the usual one first. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [DEFAULT_TIME_ZONE, ...known.filter((zone) => zone !== DEFAULT_TIME_ZONE)];
}

/** A password that somebody chooses. Only bounds here; what makes it weak is said by `whyNotPassword`. */
const newPassword = () => z.string().min(MIN_PASSWORD).max(MAX_PASSWORD);
/** A password that somebody proves to know: never judged, so that an old one still opens the door. */
const knownPassword = () => z.string().min(1).max(MAX_PASSWORD);

export const signUpSchema = z.strictObject({
  name: text(80),
  email: email(),
  password: newPassword(),
  locale: z.enum(LOCALES),
  intent: z.enum(INTENTS),
});
export type SignUp = z.output<typeof signUpSchema>;

export const signInSchema = z.strictObject({
  email: email(),
  password: knownPassword(),
});
export type SignIn = z.output<typeof signInSchema>;
/** Whether pages may stay on the device; the door asks it too. */
export const deviceForm = z.strictObject({ own_device: checkbox() });
export const signInForm = signInSchema.extend({ own_device: checkbox() });

export const addressSchema = z.strictObject({ email: email() });
/** A form that is one button. */
export const buttonSchema = z.strictObject({});
export const resetSchema = z.strictObject({ password: newPassword() });

export const preferencesSchema = z.strictObject({ name: text(80), locale: z.enum(LOCALES), timeZone: timeZone() });
export type Preferences = z.output<typeof preferencesSchema>;

export const changePasswordSchema = z.strictObject({ current_password: knownPassword(), password: newPassword() });
export const changeEmailSchema = z.strictObject({ email: email(), current_password: knownPassword() });
export const deleteAccountSchema = z.strictObject({
  current_password: knownPassword(),
  understood: checkbox().refine(Boolean, 'account_error_tick_to_delete'),
});
export const sessionSchema = z.strictObject({ id: z.string().max(40) });
export const codeSchema = z.strictObject({ code: z.string().trim().min(6).max(40) });
export const passwordSchema = z.strictObject({ current_password: knownPassword() });
