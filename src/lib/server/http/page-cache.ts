/**
 * Answers that are the same for every stranger, kept for a few seconds: a list that many people open at once is searched,
 * read and drawn once. Nothing is kept of people who are signed in, or of pages that hold a form's key.
 */
import { encodingFor, packed, type Encoding } from './compression';

/** Bounds how old an answer can be where nothing says that it changed: timers, other processes. */
const KEEP_MS = 5000;
const MOST = 200;

/** Pages that read no cookie but the language and hold no form key. */
const SHARED_ROUTES = new Set([
  '/(public)',
  '/(public)/missions',
  '/(public)/organisations',
  '/(public)/outcomes',
  '/(public)/volunteers',
  '/(public)/how-matching-works',
]);

interface Kept {
  status: number;
  headers: [string, string][];
  body: Buffer;
  packed: Map<Encoding, Promise<Buffer>>;
  /** False for errors, redirects, and whatever turned out to be for one reader only. */
  isForAll: boolean;
}

interface Place {
  until: number;
  answer: Promise<Kept>;
}

const places = new Map<string, Place>();

interface Asked {
  request: Request;
  url: URL;
  route: { id: string | null };
  isDataRequest: boolean;
  cookies: { getAll(): { name: string }[] };
}

/** Under which name the answer is kept, or null when it is nobody else's. */
export function sharedKey({ request, url, route, isDataRequest, cookies }: Asked): string | null {
  if (request.method !== 'GET' || isDataRequest || !SHARED_ROUTES.has(route.id ?? '')) return null;
  return cookies.getAll().every(({ name }) => name === 'locale') ? url.href : null;
}

const facts = new Map<string, { until: number; value: Promise<unknown> }>();

/**
 * What pages of people who are signed in show alike, such as figures of the whole platform: as old as the pages of
 * strangers at most, and read once for all who ask at the same time. Never for anything that depends on who asks.
 */
export function sharedFact<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = facts.get(key);
  if (known && known.until > Date.now()) return known.value as Promise<T>;
  const fact = { until: Date.now() + KEEP_MS, value: read() };
  facts.set(key, fact);
  fact.value.catch(() => {
    if (facts.get(key) === fact) facts.delete(key);
  });
  return fact.value;
}

/** Something changed: what was drawn before must not be shown any more, not even if it is still being drawn. */
export function forgetPages(): void {
  places.clear();
  facts.clear();
}

/**
 * The kept answer, or a new one. Requests that come while it is drawn wait for it instead of drawing it again.
 * The nonce of the policy is kept with the page it belongs to: who reads it learns nothing that could be put into that page.
 */
export async function sharedAnswer(key: string, request: Request, draw: () => Promise<Response>): Promise<Response> {
  const known = places.get(key);
  if (known && known.until > Date.now()) {
    const kept = await known.answer;
    return kept.isForAll ? answerFrom(kept, request) : answerFrom(await toKept(await draw()), request);
  }
  const place: Place = { until: Date.now() + KEEP_MS, answer: draw().then(toKept) };
  places.delete(key);
  places.set(key, place);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
  let isForAll = false;
  try {
    const kept = await place.answer;
    isForAll = kept.isForAll;
    return await answerFrom(kept, request);
  } finally {
    if (!isForAll && places.get(key) === place) places.delete(key);
  }
}

async function toKept(response: Response): Promise<Kept> {
  const headers = [...response.headers];
  const body = Buffer.from(await response.arrayBuffer());
  const isForAll = response.status === 200 && !response.headers.has('set-cookie') && !body.includes('name="_key"');
  return { status: response.status, headers, body, packed: new Map(), isForAll };
}

async function answerFrom(kept: Kept, request: Request): Promise<Response> {
  const headers = new Headers(kept.headers);
  const encoding = encodingFor(request, headers, kept.body.length);
  let { body } = kept;
  if (encoding) {
    const ready = kept.packed.get(encoding) ?? packed(kept.body, encoding);
    kept.packed.set(encoding, ready);
    body = await ready;
    headers.set('Content-Encoding', encoding);
    headers.set('Content-Length', String(body.length));
  }
  return new Response(body.length > 0 ? new Uint8Array(body) : null, { status: kept.status, headers });
}
