/** One filterable field: from a value to its documents (filters) and from a document to its values (facet counts). */
import { comparisonKey, isBlank, type Scalar } from '../rules/field-values';
import type { FacetCount } from '../search-port';
import { BitSet } from './bit-set';
import { PostingList } from './posting-list';

interface Value {
  key: Scalar;
  /** As first seen, for facets. */
  label: string;
  documents: PostingList;
}

const NONE: readonly number[] = [];

export class ValueColumn {
  readonly #slots = new Map<Scalar, number>();
  readonly #values: (Value | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  readonly #slotsOf: (readonly number[])[] = [];

  add(number: number, value: Scalar | readonly Scalar[]): void {
    const slots = new Set<number>();
    for (const item of Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]) {
      if (!isBlank(item)) slots.add(this.#slot(item));
    }
    for (const slot of slots) this.#values[slot]?.documents.add(number);
    this.#slotsOf[number] = [...slots];
  }

  remove(number: number): void {
    for (const slot of this.#slotsOf[number] ?? NONE) {
      const value = this.#values[slot];
      value?.documents.remove(number);
      if (value?.documents.size !== 0) continue;
      this.#slots.delete(value.key);
      this.#values[slot] = undefined;
      this.#freeSlots.push(slot);
    }
    this.#slotsOf[number] = NONE;
  }

  withAnyOf(values: readonly Scalar[], size: number): BitSet {
    const found = new BitSet(size);
    for (const value of values) {
      const slot = this.#slots.get(keyOf(value));
      if (slot !== undefined) this.#values[slot]?.documents.addTo(found);
    }
    return found;
  }

  inRange(min: number | null, max: number | null, size: number): BitSet {
    const found = new BitSet(size);
    for (const value of this.#values) {
      const key = value?.key;
      if (typeof key === 'number' && key >= (min ?? -Infinity) && key <= (max ?? Infinity))
        value?.documents.addTo(found);
    }
    return found;
  }

  withAnyValue(size: number): BitSet {
    const found = new BitSet(size);
    for (let number = 0; number < size; number++) if ((this.#slotsOf[number] ?? NONE).length > 0) found.add(number);
    return found;
  }

  /** How many of these documents hold each value. */
  count(numbers: Uint32Array): FacetCount[] {
    const counts = new Uint32Array(this.#values.length);
    for (const number of numbers) {
      for (const slot of this.#slotsOf[number] ?? NONE) counts[slot] = (counts[slot] ?? 0) + 1;
    }
    const found: FacetCount[] = [];
    counts.forEach((count, slot) => {
      if (count > 0) found.push({ value: this.#values[slot]?.label ?? '', count });
    });
    return found;
  }

  #slot(value: Scalar): number {
    const key = keyOf(value);
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = this.#freeSlots.pop() ?? this.#values.length;
    this.#values[slot] = { key, label: String(value), documents: new PostingList(false) };
    this.#slots.set(key, slot);
    return slot;
  }
}

function keyOf(value: Scalar): Scalar {
  return typeof value === 'string' ? comparisonKey(value) : value;
}
