/** Sends finished deals one after the other, again and again until the server has taken or refused each; runs in the browser. */
import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import { afterAnswer, answerOf, pauseBefore, readUnsent, writeUnsent, type Answer, type Unsent } from './unsent';

/** The browser gives up later than a broker would. */
const TIMEOUT_MS = 15_000;

export class Sender {
  list: Unsent[] = $state.raw([]);
  /** False when the device keeps nothing: then a deal lives as long as the page. */
  isKept = $state(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  readonly #owner: string;
  readonly #action: string;

  constructor(owner: string, action: string) {
    this.#owner = owner;
    this.#action = action;
  }

  /** Takes up what an earlier visit left. */
  begin(): () => void {
    const here = readUnsent(localStorage, this.#owner, Date.now());
    this.list = [...here, ...this.list.filter(({ key }) => !here.some((one) => one.key === key))];
    const retry = () => this.retry();
    addEventListener('online', retry);
    if (this.list.some(({ state }) => state === 'waiting')) this.#later(0);
    return () => {
      removeEventListener('online', retry);
      clearTimeout(this.#timer);
    };
  }

  /** Tries once at once; what gets no answer stays in the list and is tried again. */
  async send(one: Unsent): Promise<{ answer: Answer; result: ActionResult | null }> {
    this.#put(one);
    const tried = this.#try(one);
    this.#sending = tried.catch(() => undefined);
    return tried;
  }

  retry(): void {
    this.#later(0);
  }

  forget(key: string): Unsent | undefined {
    const one = this.list.find((kept) => kept.key === key);
    this.#set(this.list.filter((kept) => kept.key !== key));
    return one;
  }

  #set(list: Unsent[]): void {
    this.list = list;
    this.isKept = writeUnsent(localStorage, this.#owner, list);
  }

  #put(one: Unsent): void {
    const isKnown = this.list.some(({ key }) => key === one.key);
    this.#set(isKnown ? this.list.map((kept) => (kept.key === one.key ? one : kept)) : [one, ...this.list]);
  }

  async #try(one: Unsent): Promise<{ answer: Answer; result: ActionResult | null }> {
    this.#put({ ...one, state: 'sending' });
    const { answer, result } = await this.#post(one);
    this.#put(afterAnswer(one, answer));
    if (answer.kind === 'later') this.#later(pauseBefore(one.tries + 1, Math.random()));
    return { answer, result };
  }

  async #post({ fields }: Unsent): Promise<{ answer: Answer; result: ActionResult | null }> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    try {
      const response = await fetch(this.#action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const result: ActionResult = deserialize(await response.text());
      if (result.type === 'redirect') {
        // Signed out meanwhile: the deal waits until she is back.
        if (/\/sign-in\b/.test(result.location)) return { answer: answerOf(401, ''), result: null };
        return { answer: { kind: 'made', href: result.location }, result };
      }
      const status = result.status ?? 500;
      const message: unknown = result.type === 'failure' ? result.data?.['message'] : '';
      return { answer: answerOf(status, typeof message === 'string' ? message : ''), result };
    } catch {
      return { answer: { kind: 'later', message: '' }, result: null };
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#sending = this.#sending.then(() => this.#sendAll());
    }, ms);
  }

  async #sendAll(): Promise<void> {
    for (const one of this.list.filter(({ state }) => state === 'waiting').toReversed()) {
      const { answer } = await this.#try(one);
      // Where one gets no answer, the others need not try: the timer is set.
      if (answer.kind === 'later') return;
    }
  }
}
