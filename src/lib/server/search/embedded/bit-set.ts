/** A set of document numbers as bits; sets that are combined have the same size. */

export class BitSet {
  readonly #words: Uint32Array;
  readonly size: number;

  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.#words = words;
  }

  add(number: number): void {
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** A copy that also has room for numbers up to `size`. */
  resized(size: number): BitSet {
    const words = new Uint32Array((size + 31) >>> 5);
    words.set(this.#words.subarray(0, words.length));
    return new BitSet(size, words);
  }

  intersect(other: BitSet): this {
    const words = this.#words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (other.#words[i] ?? 0);
    return this;
  }

  unite(other: BitSet): this {
    const words = this.#words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (other.#words[i] ?? 0);
    return this;
  }

  subtract(other: BitSet): this {
    const words = this.#words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & ~(other.#words[i] ?? 0);
    return this;
  }

  count(): number {
    let count = 0;
    for (let word of this.#words) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  /** The numbers in the set, ascending. */
  numbers(): Uint32Array {
    const numbers = new Uint32Array(this.count());
    let found = 0;
    for (let i = 0; i < this.#words.length; i++) {
      let word = this.#words[i] ?? 0;
      while (word !== 0) {
        numbers[found++] = (i << 5) + 31 - Math.clz32(word & -word);
        word &= word - 1;
      }
    }
    return numbers;
  }
}
