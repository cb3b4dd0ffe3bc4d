/**
 * The worker on the device: a page that was kept is shown, with its time, when there is no network or only a very slow one;
 * any other page is answered by one that says so and names what is here. It keeps a page only where the server says that it
 * may (lib/server/device/device-pages.ts), and forgets everybody's pages when somebody signs in or out.
 */
import { build, version } from '$service-worker';
import { DEVICE_HEADER, COPY_HEADER, readDeviceWord, type DeviceWord } from '$lib/shared/offline/device-header';
import {
  assetsOf,
  timeWords,
  titleOf,
  withAgain,
  withFreshKeys,
  withList,
  withNote,
  withParts,
} from '$lib/shared/offline/kept-page';
import { LOCALES, splitLocale, type Locale } from '$lib/shared/locale';
import { device_note as en, device_note_slow as enSlow, ui_error_try_again as enAgain } from './messages/en.json';
import { device_note as fr, device_note_slow as frSlow, ui_error_try_again as frAgain } from './messages/fr.json';
import { device_note as nl, device_note_slow as nlSlow, ui_error_try_again as nlAgain } from './messages/nl.json';

const sw = globalThis as unknown as ServiceWorkerGlobalScope;

const KEPT = 'kept:';
const GUEST = `${KEPT}guest`;
const FILES = 'files';
/** What the page without connection needs; of this version only. */
const SHELL = `shell-${version}`;
/** After so long a kept page is shown rather than none. */
const PATIENCE_MS = 4000;
/** For so long after, the network is not waited for again. */
const SLOW_MS = 30_000;
/** For so long after something was sent, an older page would look as if it were lost: the network is waited for longer. */
const SENT_MS = 60_000;
const PATIENCE_AFTER_SENT_MS = 15_000;
/** A page that was kept so lately is not read once more only to be kept. */
const FRESH_MS = 300_000;
const MOST_OWN = 20;

const NOTES: Record<Locale, { gone: string; slow: string; again: string }> = {
  en: { gone: en, slow: enSlow, again: enAgain },
  fr: { gone: fr, slow: frSlow, again: frAgain },
  nl: { gone: nl, slow: nlSlow, again: nlAgain },
};

let slowUntil = 0;
let sentAt = 0;
let isOff = false;
/** Grows when somebody signs in or out: what was read for the one before is not kept after that. */
let era = 0;

const offlinePath = (locale: Locale) => (locale === 'en' ? '/offline' : `/${locale}/offline`);
const wait = (ms: number) => new Promise<'slow'>((done) => setTimeout(() => done('slow'), ms));
const keyOf = (url: URL) => url.origin + url.pathname;

// What is kept

const keptCaches = async () => (await caches.keys()).filter((name) => name.startsWith(KEPT));

async function forget(but: readonly string[] = []): Promise<void> {
  const names = await keptCaches();
  await Promise.all(names.filter((name) => !but.includes(name)).map((name) => caches.delete(name)));
}

/** Every copy that may still be shown, with its cache. */
async function copies(): Promise<{ cache: Cache; request: Request; copy: Response }[]> {
  const found = [];
  for (const name of await keptCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const copy = await cache.match(request);
      if (!copy) continue;
      if (Number(copy.headers.get('kept-until')) > Date.now()) found.push({ cache, request, copy });
      else await cache.delete(request);
    }
  }
  const at = ({ copy }: { copy: Response }) => Number(copy.headers.get('kept-at'));
  return found.sort((a, b) => at(b) - at(a));
}

async function copyOf(url: URL): Promise<Response | undefined> {
  return (await copies()).find(({ request }) => request.url === keyOf(url))?.copy;
}

async function keepFiles(paths: readonly string[]): Promise<void> {
  const files = await caches.open(FILES);
  for (const path of paths) if (!(await files.match(path))) await files.add(path).catch(() => undefined);
}

async function keep(url: URL, answer: Response, { owner, page }: DeviceWord): Promise<void> {
  if (!page || answer.status !== 200) return;
  const mine = era;
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set('kept-at', String(Date.now()));
  headers.set('kept-until', String(page.until));
  headers.set('kept-room', page.room);
  headers.set('kept-title', encodeURIComponent(titleOf(text)));
  const cache = await caches.open(page.room === 'guest' ? GUEST : KEPT + (owner ?? ''));
  await cache.put(keyOf(url), new Response(text, { headers }));
  if (mine !== era) return forget();
  const own = (await copies()).filter(({ copy }) => copy.headers.get('kept-room') === 'own');
  await Promise.all(own.slice(MOST_OWN).map(({ cache: of, request }) => of.delete(request)));
  await keepFiles(assetsOf(text, headers.get('link') ?? ''));
}

/** What an answer of the server says, done before the answer is shown: nobody sees what was kept for somebody else. */
async function heed(answer: Response): Promise<DeviceWord | undefined> {
  const word = readDeviceWord(answer.headers.get(DEVICE_HEADER));
  if (word === undefined) return undefined;
  if (word === null) {
    isOff = true;
    for (const name of await caches.keys()) await caches.delete(name);
    await sw.registration.unregister();
    return undefined;
  }
  const mine = KEPT + (word.owner ?? 'nobody');
  const isSomebodyElse = (await keptCaches()).some((name) => name !== mine && name !== GUEST);
  if (isSomebodyElse) await forget(word.owner === null ? [GUEST] : [mine]);
  if (!word.isOwn) {
    const own = (await copies()).filter(({ copy }) => copy.headers.get('kept-room') === 'own');
    for (const { cache, request } of own) await cache.delete(request);
  }
  return word;
}

// Answers

/** A navigation or the data of one, from the network, and kept where the server says so. */
async function live(event: FetchEvent, url: URL): Promise<Response> {
  const answer = await fetch(event.request);
  const word = await heed(answer);
  // An agenda without account stays where its page asks for it, and is made new then.
  const isWanted = word?.page && (word.page.room !== 'guest' || (await copyOf(url)) !== undefined);
  if (word && isWanted && event.request.mode === 'navigate') {
    const copy = answer.clone();
    event.waitUntil(keep(url, copy, word));
  }
  return answer;
}

function patience(): number {
  if (Date.now() - sentAt < SENT_MS) return PATIENCE_AFTER_SENT_MS;
  return Date.now() < slowUntil ? 0 : PATIENCE_MS;
}

/** The network's answer, or why there is none in time. */
async function inTime(event: FetchEvent, answer: Promise<Response>): Promise<Response | 'gone' | 'slow'> {
  const tried = answer.catch(() => 'gone' as const);
  const first = await Promise.race([tried, wait(patience())]);
  if (first === 'slow') {
    slowUntil = Date.now() + SLOW_MS;
    event.waitUntil(tried);
  }
  return first instanceof Response && [502, 503, 504].includes(first.status) ? 'gone' : first;
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const answer = live(event, url);
  const copy = await copyOf(url);
  if (!copy) return answer.catch(() => without(url, 'away'));
  const first = await inTime(event, answer);
  // Its person may have left while the network was waited for.
  const still = first instanceof Response ? undefined : await copyOf(url);
  if (first instanceof Response) return first;
  if (!still) return answer.catch(() => without(url, 'away'));
  const { locale } = splitLocale(url.pathname);
  const words = NOTES[locale];
  const time = timeWords(new Date(Number(still.headers.get('kept-at'))), locale);
  const said = (first === 'slow' ? words.slow : words.gone).replace('{time}', time);
  const fresh = withFreshKeys(await still.text(), () => crypto.randomUUID());
  const html = withNote(fresh, said, url.pathname, words.again);
  return new Response(html, { headers: still.headers });
}

/** The data of a page without its document. Where it comes too late, the browser goes to the page itself, which is kept. */
async function data(event: FetchEvent, url: URL): Promise<Response> {
  const answer = live(event, url);
  const whole = new URL(url.pathname.replace(/\/__data\.json$/, ''), url);
  if (!(await copyOf(whole))) return answer;
  const first = await inTime(event, answer);
  return first instanceof Response ? first : Response.error();
}

/** Says that there is no connection, what became of what was sent, and what is here. */
async function without(url: URL, what: 'away' | 'sent' | 'leaving'): Promise<Response> {
  const { locale } = splitLocale(url.pathname);
  const shell = await (await caches.open(SHELL)).match(offlinePath(locale));
  if (!shell) return Response.error();
  const here = await copies();
  const items = here.map(({ request, copy }) => ({
    path: new URL(request.url).pathname,
    title: decodeURIComponent(copy.headers.get('kept-title') ?? ''),
    time: timeWords(new Date(Number(copy.headers.get('kept-at'))), locale),
  }));
  const html = withParts(await shell.text(), [what, here.length > 0 ? 'some' : 'none']);
  return new Response(withAgain(withList(html, items), url.pathname + url.search), {
    status: 503,
    headers: shell.headers,
  });
}

/** Whoever signs in or out leaves nothing behind, whether or not the server hears of it. */
async function sent({ request }: FetchEvent, url: URL, changesPerson: boolean): Promise<Response> {
  if (changesPerson) {
    era++;
    await forget();
  }
  try {
    return await fetch(request);
  } catch {
    if (request.mode !== 'navigate') return Response.error();
    return without(url, url.pathname.endsWith('/sign-out') ? 'leaving' : 'sent');
  }
}

async function file(request: Request): Promise<Response> {
  const files = await caches.open(FILES);
  const known = (await files.match(request.url)) ?? (await (await caches.open(SHELL)).match(request.url));
  if (known) return known;
  const answer = await fetch(request);
  if (answer.status === 200 && request.url.includes('/_app/immutable/')) await files.put(request.url, answer.clone());
  return answer;
}

sw.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (isOff || url.origin !== sw.location.origin) return;
  const { path } = splitLocale(url.pathname);
  const changesPerson = /^\/(sign-(in|out|up)|confirm|reset)(\/|$)/.test(path);
  if (request.method === 'POST') {
    // A draft that is kept by itself changes no page.
    if (!/\/draft$/.test(url.href)) sentAt = Date.now();
    if (request.mode === 'navigate' || changesPerson) event.respondWith(sent(event, url, changesPerson));
  } else if (request.method !== 'GET') return;
  else if (path.startsWith('/_app/immutable/') || /^\/(fonts\/|favicon)/.test(path)) event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (path.endsWith('/__data.json')) event.respondWith(data(event, url));
});

// Its own life

sw.addEventListener('install', (event) => {
  const prepare = async () => {
    const shell = await caches.open(SHELL);
    for (const locale of LOCALES) {
      // As a stranger sees it: nobody's name is in it.
      const answer = await fetch(offlinePath(locale), { credentials: 'omit' });
      if (!answer.ok) throw new Error(`no page without connection in ${locale}`);
      await keepFiles(assetsOf(await answer.clone().text(), answer.headers.get('link') ?? ''));
      await shell.put(offlinePath(locale), answer);
    }
    await shell.addAll(['/fonts/newsreader-latin.woff2', '/favicon.svg']);
    await sw.skipWaiting();
  };
  event.waitUntil(prepare());
});

/** Files of earlier versions stay as long as a page that was kept needs them: no page is ever put together from two. */
sw.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name !== SHELL && name !== FILES && !name.startsWith(KEPT)) await caches.delete(name);
    const needed = new Set<string>(build);
    for (const { copy } of await copies())
      for (const path of assetsOf(await copy.text(), copy.headers.get('link') ?? '')) needed.add(path);
    const files = await caches.open(FILES);
    for (const request of await files.keys())
      if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
    await sw.clients.claim();
  };
  event.waitUntil(tidy());
});

/** A page that came without the worker, or by its data alone, asks to be kept. */
sw.addEventListener('message', (event) => {
  const message = event.data as { kind?: string; path?: string } | null;
  if (message?.kind !== 'keep' || !message.path) return;
  const url = new URL(message.path, sw.location.origin);
  if (url.origin !== sw.location.origin) return;
  const again = async () => {
    const at = Number((await copyOf(url))?.headers.get('kept-at') ?? 0);
    if (at > sentAt && Date.now() - at < FRESH_MS) return;
    const answer = await fetch(keyOf(url), { headers: { [COPY_HEADER]: '1' } }).catch(() => null);
    const word = answer && (await heed(answer));
    if (answer && word) await keep(url, answer, word);
  };
  event.waitUntil(again());
});
