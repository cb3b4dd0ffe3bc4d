/**
 * What the worker on a device may keep (src/device-worker.ts): each page that may be kept says so in its load, everything
 * else is not. On a device that is not said to be somebody's own, only the pages of an exchange floor are.
 */
import { createHash } from 'node:crypto';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { COPY_HEADER, writeDeviceWord, type Room } from '$lib/shared/offline/device-header';
import { DAY } from '$lib/shared/dates';
import { env } from '../env';

const OWN_COOKIE = 'own-device';
/** Between the password and the code of an authenticator app nobody is known yet. */
const ASKED = 'asked';
/** How long a page stays where its subject has no last day. */
const KEPT_FOR = 14 * DAY;
const options = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

export const isOfflineOn = (): boolean => env().OFFLINE_PAGES === 'on';

/** Says whose browser it is without saying who it is. */
const tagOf = (personId: string) => createHash('sha256').update(`device:${personId}`).digest('base64url').slice(0, 16);

/** The choice belongs to the person who made it: of another person on the same device it says nothing. */
export function isOwnDevice(cookies: Cookies, personId: string | undefined): boolean {
  return personId !== undefined && cookies.get(OWN_COOKIE) === tagOf(personId);
}

export function setOwnDevice(cookies: Cookies, personId: string, isOwn: boolean): void {
  if (isOwn) cookies.set(OWN_COOKIE, tagOf(personId), { ...options, maxAge: (400 * DAY) / 1000 });
  else cookies.delete(OWN_COOKIE, options);
}

export function askOwnDevice(cookies: Cookies, isOwn: boolean): void {
  if (isOwn) cookies.set(OWN_COOKIE, ASKED, { ...options, maxAge: 600 });
  else cookies.delete(OWN_COOKIE, options);
}

/** After the second step of a sign-in: what was ticked at the first one. */
export function settleOwnDevice(cookies: Cookies, personId: string): void {
  const kept = cookies.get(OWN_COOKIE);
  if (kept) setOwnDevice(cookies, personId, kept === ASKED || kept === tagOf(personId));
}

/**
 * For a page's load: this page may stay on the reader's device, until a day where it has one. Returns the room in which it
 * is kept, for the page's own script; null when it is not.
 */
export function keepOnDevice(
  event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>,
  room: Room,
  until?: Date,
): { kept: Room | null } {
  const { ctx } = event.locals;
  const end = until ?? new Date(ctx.now.getTime() + KEPT_FOR);
  const isFor = {
    guest: () => true,
    floor: () => ctx.actor !== null,
    own: () => isOwnDevice(event.cookies, ctx.actor?.personId),
  };
  // What an address asks besides its path, such as a draft, is for this moment.
  const may = isOfflineOn() && event.url.search === '' && end > ctx.now && isFor[room]();
  if (may) event.locals.kept = { room, until: end.getTime() };
  return { kept: may ? room : null };
}

/** A page that says what just happened would say it again each time it is shown: it is not kept this once. */
export function keepNothing(locals: App.Locals): void {
  locals.isMomentary = true;
}

/** The worker reads a page once more to keep it: what waits for the person is not spent on that. */
export const isCopy = (request: Request): boolean => request.headers.has(COPY_HEADER);

export function deviceWord({ locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>): string {
  if (!isOfflineOn()) return writeDeviceWord(null);
  const personId = locals.ctx.actor?.personId;
  return writeDeviceWord({
    owner: personId === undefined ? null : tagOf(personId),
    isOwn: isOwnDevice(cookies, personId),
    page: locals.isMomentary ? null : (locals.kept ?? null),
  });
}
