/** Saves a form in the background, through the same action as its button: one save at a time, the newest words last. */
import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'invalid' | 'conflict' | 'offline';

interface Saved {
  version: number;
  savedAt: string;
}

const PAUSE_MS = 1500;

export class Autosave {
  state: SaveState = $state('clean');
  /** ISO instant. */
  savedAt: string | null = $state(null);
  errors: Record<string, string> = $state({});
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #formOf: () => HTMLFormElement | undefined;
  #onVersion: (version: number) => void;

  constructor(formOf: () => HTMLFormElement | undefined, onVersion: (version: number) => void) {
    this.#formOf = formOf;
    this.#onVersion = onVersion;
  }

  /** After each change: saves once the writer pauses. */
  touch(): void {
    if (this.state === 'conflict') return;
    this.state = 'dirty';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE_MS);
  }

  /** What is being sent; a press on a button waits for it, because its version would be old. */
  get running(): Promise<void> | null {
    return this.#running;
  }

  /** A button's save takes everything along: nothing is left to do here, and its version will be newer than ours. */
  handOver(): void {
    clearTimeout(this.#timer);
    if (this.state === 'dirty') this.state = 'clean';
  }

  async now(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    const form = this.#formOf();
    if (!form || this.state !== 'dirty') return;
    this.#running = this.#send(form).finally(() => (this.#running = null));
    await this.#running;
  }

  async #send(form: HTMLFormElement): Promise<void> {
    this.state = 'saving';
    const body = new FormData(form);
    body.set('intent', 'autosave');
    try {
      const response = await fetch('?/save', {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      });
      this.#take(deserialize(await response.text()));
    } catch {
      // No connection, or no answer of ours: the words stay in the form, and the next change tries again.
      this.state = 'offline';
    }
  }

  #take(result: ActionResult): void {
    if (result.type === 'success') {
      const saved = result.data as unknown as Saved;
      this.#onVersion(saved.version);
      this.savedAt = saved.savedAt;
      this.errors = {};
      // Typed on while it was sent: the next pause saves that too.
      if (this.state === 'saving') this.state = 'saved';
      return;
    }
    if (result.type === 'failure' && result.status === 409) this.state = 'conflict';
    else if (result.type === 'failure') {
      this.state = 'invalid';
      this.errors = (result.data?.['errors'] ?? {}) as Record<string, string>;
    } else this.state = 'offline';
  }
}
