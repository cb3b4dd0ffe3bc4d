/** One sortable field: the least and the greatest value of each document. */
import { comparisonKey } from '../rules/field-values';

type SortValue = string | number;

export class SortColumn {
  readonly #least: (SortValue | undefined)[] = [];
  readonly #greatest: (SortValue | undefined)[] = [];

  add(number: number, value: SortValue | readonly SortValue[]): void {
    const keys = (Array.isArray(value) ? (value as readonly SortValue[]) : [value as SortValue]).map((item) =>
      typeof item === 'string' ? comparisonKey(item) : item,
    );
    this.#least[number] = keys.reduce((least, key) => (key < least ? key : least));
    this.#greatest[number] = keys.reduce((greatest, key) => (key > greatest ? key : greatest));
  }

  remove(number: number): void {
    this.#least[number] = undefined;
    this.#greatest[number] = undefined;
  }

  /** Ascending goes by the least value, descending by the greatest; documents without one are last either way. */
  compare(a: number, b: number, descending: boolean): number {
    const values = descending ? this.#greatest : this.#least;
    const left = values[a];
    const right = values[b];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right === descending ? 1 : -1;
  }
}
