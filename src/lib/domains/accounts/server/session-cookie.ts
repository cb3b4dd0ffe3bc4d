/** The cookies of a signed-in browser. With TLS their names bind them to this very host (`__Host-`). */
import type { Cookies } from '@sveltejs/kit';
import { LINK_LIFE_MS, SESSION_LIFE_MS } from '../account';

const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

/** `secure` is whether the request came over TLS. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-session' : 'session';
}

function deviceCookieName(secure: boolean): string {
  return secure ? '__Host-device' : 'device';
}

export function readSessionCookie(cookies: Cookies, secure: boolean): string | undefined {
  return cookies.get(sessionCookieName(secure));
}

/** The server decides when a session ends; the cookie only has to live as long. */
export function setSessionCookie(cookies: Cookies, secure: boolean, token: string): void {
  cookies.set(sessionCookieName(secure), token, { ...options(secure), maxAge: SESSION_LIFE_MS / 1000 });
}

export function clearSessionCookie(cookies: Cookies, secure: boolean): void {
  cookies.delete(sessionCookieName(secure), options(secure));
}

/** Says that somebody signed in here before, so that tries from elsewhere do not lock this browser out. */
export function readDeviceCookie(cookies: Cookies, secure: boolean): string | undefined {
  return cookies.get(deviceCookieName(secure));
}

export function setDeviceCookie(cookies: Cookies, secure: boolean, token: string): void {
  cookies.set(deviceCookieName(secure), token, { ...options(secure), maxAge: 400 * 86_400 });
}

/** On the way to an employer's provider and back. */
export function signOnCookieName(secure: boolean): string {
  return secure ? '__Host-sign-on' : 'sign-on';
}

export function setSignOnCookie(cookies: Cookies, secure: boolean, token: string): void {
  cookies.set(signOnCookieName(secure), token, { ...options(secure), maxAge: 600 });
}

export function clearSignOnCookie(cookies: Cookies, secure: boolean): void {
  cookies.delete(signOnCookieName(secure), options(secure));
}

/** Between the password and the code of an authenticator app. */
export function challengeCookieName(secure: boolean): string {
  return secure ? '__Host-challenge' : 'challenge';
}

export function setChallengeCookie(cookies: Cookies, secure: boolean, token: string): void {
  cookies.set(challengeCookieName(secure), token, { ...options(secure), maxAge: LINK_LIFE_MS / 1000 });
}

export function clearChallengeCookie(cookies: Cookies, secure: boolean): void {
  cookies.delete(challengeCookieName(secure), options(secure));
}
