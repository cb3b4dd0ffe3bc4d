/** Every request passes here: language, origin, who asks, then the page, then headers and compression. */
import { building, dev } from '$app/environment';
import { redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { actorOfSession } from '$lib/domains/accounts/server/queries/actor-of-session';
import { readSessionCookie } from '$lib/domains/accounts/server/session-cookie';
import { now } from '$lib/server/clock';
import { systemContext } from '$lib/server/context';
import { setAnswerHeaders } from '$lib/server/http/answer-headers';
import { bodyRefusal } from '$lib/server/http/body-limit';
import { compressed } from '$lib/server/http/compression';
import { deviceWord } from '$lib/server/device/device-pages';
import { isOwnRequest } from '$lib/server/http/origin-check';
import { outagePage } from '$lib/server/http/outage-page';
import { forgetPages, sharedAnswer, sharedKey } from '$lib/server/http/page-cache';
import { namesInheritedAction, namesOperator } from '$lib/server/http/request-names';
import { log } from '$lib/server/log';
import { inLocale } from '$lib/server/http/request-locale';
import { slimPage } from '$lib/server/http/slim-page';
import { isDatabaseDown } from '$lib/server/mongo';
import { startPlatform, stopPlatform } from '$lib/server/start';
import { translate } from '$lib/server/translate';
import { newId } from '$lib/shared/ids';
import { href } from '$lib/shared/href';
import { DEVICE_HEADER } from '$lib/shared/offline/device-header';
import { isLocale, preferredLocale, splitLocale, type Locale } from '$lib/shared/locale';

const LOCALE_COOKIE = 'locale';
const DOWN = Symbol('the database does not answer');

export const init: ServerInit = async () => {
  if (building) return;
  await startPlatform({ jobs: true });
  process.on('sveltekit:shutdown', () => void stopPlatform().then(() => process.exit(0)));
  // A rejection that nobody waited for must not end a server that others are using.
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
};

/** The language switch: `?hl=nl` keeps the choice and leads to the page itself. */
function switchedLocale(url: URL, path: string): { locale: Locale; target: string } | null {
  const wish = url.searchParams.get('hl');
  if (!isLocale(wish)) return null;
  const rest = new URLSearchParams(url.searchParams);
  rest.delete('hl');
  const query = rest.size > 0 ? `?${rest.toString()}` : '';
  return { locale: wish, target: `${href(path, wish)}${query}` };
}

export const handle: Handle = async ({ event, resolve }) => {
  const { url, request, cookies } = event;
  const { locale, path } = splitLocale(url.pathname);
  const secure = url.protocol === 'https:';
  event.locals.locale = locale;
  event.locals.path = path;
  event.locals.ctx = { ...systemContext(locale), address: clientAddress(event), system: false, now: now() };

  return inLocale(locale, async () => {
    if (!isOwnRequest(request, url.origin) && !path.startsWith('/unsubscribe/')) {
      return finish(new Response(translate('error_origin', locale), { status: 403 }), request, false, secure);
    }
    const body = bodyRefusal(request);
    if (body) {
      return finish(new Response(translate('error_too_large', locale), { status: body }), request, false, secure);
    }
    if (request.method === 'POST' && namesInheritedAction(url)) {
      return finish(new Response(translate('error_not_found', locale), { status: 404 }), request, false, secure);
    }
    if (namesOperator(url)) {
      return finish(new Response(translate('error_unknown_field', locale), { status: 400 }), request, false, secure);
    }
    if (request.method === 'GET') chooseLanguage(event, path, locale);
    const token = readSessionCookie(cookies, secure);
    if (token) {
      const session = await actorOfSession(token).catch(downOrThrow);
      if (session === DOWN) return finish(outagePage(locale), request, true, secure);
      if (session) event.locals.ctx = { ...event.locals.ctx, actor: session.actor };
    }
    const draw = async () => {
      const answer = await resolve(event, {
        transformPageChunk: ({ html }) => {
          const page = html.replace('%causeway.lang%', locale);
          return dev ? page : slimPage(page);
        },
        filterSerializedResponseHeaders: (name) => name === 'content-type',
        preload: ({ type }) => type === 'css' || type === 'js',
      });
      // Kit says 415 to a body that is no form; for us it is an unreadable form like any other.
      if (answer.status === 415) return new Response(translate('error_invalid', locale), { status: 400 });
      return answer;
    };
    const key = dev ? null : sharedKey(event);
    if (key) return sharedAnswer(key, request, async () => dressed(await draw(), false, secure, deviceWord(event)));
    const answer = await draw();
    // Whatever was posted may have changed what strangers see.
    if (request.method !== 'GET' && request.method !== 'HEAD') forgetPages();
    return finish(answer, request, event.locals.ctx.actor !== null, secure, deviceWord(event));
  });
};

function chooseLanguage(event: Parameters<Handle>[0]['event'], path: string, locale: Locale): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 } as const;
  const switched = switchedLocale(event.url, path);
  if (switched) {
    event.cookies.set(LOCALE_COOKIE, switched.locale, options);
    redirect(303, switched.target);
  }
  // Only the front page guesses, once: every other address means what it says.
  if (event.url.pathname !== '/') return;
  const kept = event.cookies.get(LOCALE_COOKIE);
  const wish = isLocale(kept) ? kept : preferredLocale(event.request.headers.get('accept-language'));
  if (wish && wish !== locale) redirect(302, `${href('/', wish)}${event.url.search}`);
}

function downOrThrow(error: unknown): typeof DOWN {
  if (!isDatabaseDown(error)) throw error;
  log.error({ err: error }, 'database does not answer');
  return DOWN;
}

function clientAddress(event: Parameters<Handle>[0]['event']): string {
  try {
    return event.getClientAddress();
  } catch (cause) {
    log.debug({ err: cause }, 'no client address');
    return 'unknown';
  }
}

function dressed(response: Response, signedIn: boolean, secure: boolean, word?: string): Response {
  // Answers of static files and redirects may have immutable headers: work on a copy.
  const copy = new Response(response.body, response);
  setAnswerHeaders(copy.headers, { signedIn, secure });
  if (word) copy.headers.set(DEVICE_HEADER, word);
  return copy;
}

async function finish(
  response: Response,
  request: Request,
  signedIn: boolean,
  secure: boolean,
  word?: string,
): Promise<Response> {
  const answer = dressed(response, signedIn, secure, word);
  return dev ? answer : compressed(request, answer);
}

export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
  if (status === 404) return { message: translate('error_not_found', event.locals.locale ?? 'en') };
  const id = newId().slice(-8);
  log.error({ err: cause, id, path: event.url.pathname, status, message }, 'request failed');
  return { message: translate('error_unexpected', event.locals.locale ?? 'en'), id };
};
