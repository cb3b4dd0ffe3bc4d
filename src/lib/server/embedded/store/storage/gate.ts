/**
 * One cell of memory that the worker and its process share: whether a transaction runs. A process that exits ends its worker
 * wherever it stands; in the middle of a transaction that leaves LMDB's lock held, and the exit would wait for it for ever.
 */

const OPEN = 0;
const BUSY = 1;
const SHUT = 2;

export class Gate {
  private readonly cell: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(4)) {
    this.cell = new Int32Array(memory);
  }

  /** False when the process is about to exit: no transaction may begin any more. */
  enter(): boolean {
    return Atomics.compareExchange(this.cell, 0, OPEN, BUSY) === OPEN;
  }

  leave(): void {
    Atomics.store(this.cell, 0, OPEN);
    Atomics.notify(this.cell, 0);
  }

  /** Lets no transaction begin, and blocks until the one that runs is over or the time is up. */
  shut(milliseconds: number): void {
    const deadline = Date.now() + milliseconds;
    while (Atomics.compareExchange(this.cell, 0, OPEN, SHUT) === BUSY && Date.now() < deadline)
      Atomics.wait(this.cell, 0, BUSY, deadline - Date.now());
  }
}
