/** Keeps a form on the server while it is being filled in: one at a time, the newest words last, never over a sent one. */
import { deserialize } from '$app/forms';

export type KeepState = 'clean' | 'keeping' | 'kept' | 'offline' | 'old';

const PAUSE_MS = 2000;

export class DraftKeeper {
  state: KeepState = $state('clean');
  /** ISO instant. */
  keptAt: string | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #again = false;

  /** For the element around the form. */
  readonly watch = (element: HTMLElement): (() => void) => {
    const form = element.querySelector('form');
    const touch = () => {
      if (!form || this.state === 'old') return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#send(form), PAUSE_MS);
    };
    const stop = () => clearTimeout(this.#timer);
    element.addEventListener('input', touch);
    element.addEventListener('change', touch);
    // What is sent for good needs no draft any more.
    element.addEventListener('submit', stop);
    return () => {
      stop();
      element.removeEventListener('input', touch);
      element.removeEventListener('change', touch);
      element.removeEventListener('submit', stop);
    };
  };

  async #send(form: HTMLFormElement): Promise<void> {
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    this.state = 'keeping';
    const body = new FormData(form);
    body.set('intent', 'autosave');
    try {
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      const answer = deserialize(await (await fetch('?/draft', { method: 'POST', body, headers })).text());
      if (answer.type === 'success') {
        this.keptAt = String(answer.data?.['savedAt'] ?? '');
        this.state = 'kept';
      } else this.state = answer.type === 'failure' && answer.status === 409 ? 'old' : 'offline';
    } catch {
      // No connection: the words stay in the form and in this browser; the next change tries again.
      this.state = 'offline';
    }
    this.#sending = false;
    if (this.#again && this.state !== 'old') {
      this.#again = false;
      await this.#send(form);
    }
  }
}
