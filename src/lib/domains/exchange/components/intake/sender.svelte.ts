/**
 * Sends finished deals one after the other, again and again until the server has taken or refused each; runs in the browser.
 * One for a person, whichever pages she goes through, and of several open pages one at a time sends a deal.
 */
import { browser } from '$app/environment';
import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import {
  afterAnswer,
  answerOf,
  dropUnsent,
  isKept,
  pauseBefore,
  readUnsent,
  UNSENT,
  writeUnsent,
  type Answer,
  type Unsent,
} from './unsent';

/** The browser gives up later than a broker would. */
const TIMEOUT_MS = 15_000;

type Tried = { answer: Answer; result: ActionResult | null };

export class Sender {
  list: Unsent[] = $state.raw([]);
  /** False when the device keeps nothing: then a deal lives as long as the page. */
  isKept = $state(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  #users = 0;
  readonly #owner: string;

  constructor(owner: string) {
    this.#owner = owner;
  }

  /** Takes up what an earlier visit left, and goes on for as long as some part of a page wants it. */
  begin(): () => void {
    const retry = () => this.retry();
    const follow = ({ key }: StorageEvent) => {
      if (key === null || key.startsWith(UNSENT)) this.#read();
    };
    this.#read();
    addEventListener('online', retry);
    addEventListener('storage', follow);
    if (this.#users++ === 0 && this.list.some(({ state }) => state === 'waiting')) this.#later(0);
    return () => {
      removeEventListener('online', retry);
      removeEventListener('storage', follow);
      if (--this.#users === 0) clearTimeout(this.#timer);
    };
  }

  /** Tries once at once; what gets no answer stays in the list and is tried again. */
  async send(one: Unsent): Promise<Tried> {
    this.#put(one);
    const tried = this.#try(one);
    this.#sending = tried.catch(() => undefined);
    return tried;
  }

  retry(): void {
    this.#later(0);
  }

  forget(key: string): void {
    dropUnsent(localStorage, this.#owner, key);
    this.list = this.list.filter((one) => one.key !== key);
  }

  /** What has arrived was said on the page where it did. */
  forgetSent(): void {
    this.list = this.list.filter(({ state }) => state !== 'sent');
  }

  /** The device is right, but for what is under way or arrived here, and for what it did not take. */
  #read(): void {
    const kept = readUnsent(localStorage, this.#owner);
    const here = this.list.filter(({ key, state }) => {
      if (state === 'sending' || state === 'sent') return true;
      return !this.isKept && !kept.some((one) => one.key === key);
    });
    const rest = kept.filter(({ key }) => !here.some((one) => one.key === key));
    this.list = [...here, ...rest].sort((a, b) => b.savedAt - a.savedAt);
  }

  #put(one: Unsent): void {
    this.isKept = writeUnsent(localStorage, this.#owner, one);
    const isKnown = this.list.some(({ key }) => key === one.key);
    this.list = isKnown ? this.list.map((kept) => (kept.key === one.key ? one : kept)) : [one, ...this.list];
  }

  async #try(one: Unsent): Promise<Tried> {
    this.#put({ ...one, state: 'sending' });
    const { answer, result } = await this.#post(one);
    this.#put(afterAnswer(one, answer));
    if (answer.kind === 'later') this.#later(pauseBefore(one.tries + 1, Math.random()));
    return { answer, result };
  }

  async #post({ slug, fields }: Unsent): Promise<Tried> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    try {
      const response = await fetch(`${href(`/exchange/${slug}/intake`)}?/enter`, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const result: ActionResult = deserialize(await response.text());
      if (result.type === 'redirect') {
        if (/\/deals\/[\w-]+$/.test(result.location))
          return { answer: { kind: 'made', href: result.location }, result };
        // Signed out meanwhile: the deal waits until she is back.
        return { answer: answerOf(401, m.unsent_signed_out()), result: null };
      }
      return { answer: answerOf(result.status ?? 500, wordsOf(result)), result };
    } catch {
      return { answer: { kind: 'later', message: '' }, result: null };
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#sending = this.#sending.then(() => alone(`${UNSENT}${this.#owner}`, () => this.#sendAll()));
    }, ms);
  }

  async #sendAll(): Promise<void> {
    for (const { key } of this.list.filter(({ state }) => state === 'waiting').toReversed()) {
      // Another page may have sent it, changed it or thrown it away while this one waited for its turn.
      if (this.isKept && !isKept(localStorage, this.#owner, key)) this.forget(key);
      const one = this.list.find((kept) => kept.key === key);
      if (one?.state !== 'waiting' || this.#users === 0) continue;
      const { answer } = await this.#try(one);
      // Where one gets no answer, the others need not try: the timer is set.
      if (answer.kind === 'later') return;
    }
  }
}

function wordsOf(result: ActionResult): string {
  if (result.type === 'error') return String((result.error as { message?: unknown } | undefined)?.message ?? '');
  if (result.type !== 'failure') return '';
  const { message, errors } = (result.data ?? {}) as { message?: string; errors?: Record<string, string> };
  return [...new Set([message ?? '', ...Object.values(errors ?? {})])].filter(Boolean).slice(0, 4).join(' ');
}

/** One page of this browser at a time, where the browser can tell. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}

const senders: Partial<Record<string, Sender>> = {};

/** The one of this person in this page; on the server, where nothing is sent, one that is forgotten. */
export function senderOf(owner: string): Sender {
  const known = senders[owner];
  if (known) return known;
  const sender = new Sender(owner);
  if (browser) senders[owner] = sender;
  return sender;
}
