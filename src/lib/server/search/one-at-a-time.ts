/** Lets work of one kind wait for its predecessor, whether that succeeded or not. */

export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(kind) ?? Promise.resolve()).then(work);
    this.#last.set(
      kind,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
