/** Between a page's request and the session behind it: what the browser brings, and what it is given. */
import type { RequestEvent } from '@sveltejs/kit';
import {
  challengeCookieName,
  clearChallengeCookie,
  clearSessionCookie,
  readDeviceCookie,
  readSessionCookie,
  setChallengeCookie,
  setDeviceCookie,
  setSessionCookie,
} from '../session-cookie';
import type { OpenedSession, Visit } from './start-session';

type Browser = Pick<RequestEvent, 'cookies' | 'url' | 'request'>;

const overTls = (event: Browser) => event.url.protocol === 'https:';

export function visitOf(event: Browser): Visit {
  return {
    userAgent: event.request.headers.get('user-agent'),
    deviceToken: readDeviceCookie(event.cookies, overTls(event)),
    previousToken: readSessionCookie(event.cookies, overTls(event)),
  };
}

export function giveSession(event: Browser, session: OpenedSession): void {
  setSessionCookie(event.cookies, overTls(event), session.token);
  setDeviceCookie(event.cookies, overTls(event), session.deviceToken);
}

export function giveDevice(event: Browser, deviceToken: string): void {
  setDeviceCookie(event.cookies, overTls(event), deviceToken);
}

export function takeSession(event: Browser): void {
  clearSessionCookie(event.cookies, overTls(event));
}

export function readChallenge(event: Browser): string | undefined {
  return event.cookies.get(challengeCookieName(overTls(event)));
}

export function giveChallenge(event: Browser, token: string): void {
  setChallengeCookie(event.cookies, overTls(event), token);
}

export function takeChallenge(event: Browser): void {
  clearChallengeCookie(event.cookies, overTls(event));
}
