/** The numbers of the documents that hold one value or word, with a weight each, in typed arrays that grow. */
import type { BitSet } from './bit-set';

export class PostingList {
  #numbers = new Uint32Array(2);
  #weights: Float32Array | null;
  #size = 0;

  constructor(weighted: boolean) {
    this.#weights = weighted ? new Float32Array(2) : null;
  }

  get size(): number {
    return this.#size;
  }

  add(number: number, weight = 0): void {
    if (this.#size === this.#numbers.length) this.#grow();
    this.#numbers[this.#size] = number;
    if (this.#weights) this.#weights[this.#size] = weight;
    this.#size++;
  }

  remove(number: number): void {
    const index = this.#numbers.subarray(0, this.#size).indexOf(number);
    if (index < 0) return;
    this.#size--;
    this.#numbers[index] = this.#numbers[this.#size] ?? 0;
    if (this.#weights) this.#weights[index] = this.#weights[this.#size] ?? 0;
  }

  addTo(set: BitSet): void {
    for (let i = 0; i < this.#size; i++) set.add(this.#numbers[i] ?? 0);
  }

  /** Adds `factor` times the weight to the score of each document that is in `among`. */
  addScores(scores: Float32Array, factor: number, among: BitSet): void {
    for (let i = 0; i < this.#size; i++) {
      const number = this.#numbers[i] ?? 0;
      if (among.has(number)) scores[number] = (scores[number] ?? 0) + factor * (this.#weights?.[i] ?? 0);
    }
  }

  #grow(): void {
    const numbers = new Uint32Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    if (!this.#weights) return;
    const weights = new Float32Array(numbers.length);
    weights.set(this.#weights);
    this.#weights = weights;
  }
}
