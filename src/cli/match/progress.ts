/** Progress on standard error for whatever takes longer than two seconds: one line that is written over on a terminal. */

const QUIET_MS = 2000;
const EVERY_MS = { terminal: 200, log: 5000 };

export class Progress {
  #started = Date.now();
  #last = 0;
  #shown = false;

  /** Cheap enough to be called for every line read. */
  show(what: string, done: number, total?: number): void {
    const at = Date.now();
    const { isTTY } = process.stderr;
    if (at - this.#started < QUIET_MS || at - this.#last < (isTTY ? EVERY_MS.terminal : EVERY_MS.log)) return;
    this.#last = at;
    this.#shown = true;
    const count = total === undefined ? String(done) : `${done} of ${total}`;
    process.stderr.write(isTTY ? `\r\u001b[K${what}: ${count}` : `${what}: ${count}\n`);
  }

  /** A last line with the time and the memory taken, only where anything was shown before. */
  finish(summary: string): void {
    if (!this.#shown && Date.now() - this.#started < QUIET_MS) return;
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    const clear = process.stderr.isTTY && this.#shown ? '\r\u001b[K' : '';
    process.stderr.write(`${clear}${summary} in ${seconds} s, at most ${memory} MB of memory\n`);
  }
}
