/** Sets of numbers, and the first of them by an order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitSet } from './bit-set';
import { topNumbers } from './top-numbers';

const numbers = fc.uniqueArray(fc.nat(199));

function setOf(list: number[], size = 200): BitSet {
  const set = new BitSet(size);
  for (const number of list) set.add(number);
  return set;
}

it('combines as sets do', () => {
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const sorted = (list: number[]): number[] => [...new Set(list)].sort((a, b) => a - b);
      expect([...setOf(left).numbers()]).toEqual(sorted(left));
      expect([...setOf(left).unite(setOf(right)).numbers()]).toEqual(sorted([...left, ...right]));
      expect([...setOf(left).intersect(setOf(right)).numbers()]).toEqual(sorted(left.filter((n) => right.includes(n))));
      expect([...setOf(left).subtract(setOf(right)).numbers()]).toEqual(sorted(left.filter((n) => !right.includes(n))));
      expect(setOf(left).count()).toBe(left.length);
    }),
  );
});

it('keeps its numbers when it grows, and forgets what is taken out', () => {
  const grown = setOf([0, 31, 32, 63]).resized(1000);
  grown.add(999);
  grown.delete(32);
  expect([...grown.numbers()]).toEqual([0, 31, 63, 999]);
  expect(grown.has(32)).toBe(false);
});

it('takes the first by any order as a full sort would', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5000), { maxLength: 300 }), fc.nat(40), fc.nat(97), (list, wanted, salt) => {
      const compare = (a: number, b: number): number => ((a * salt) % 101) - ((b * salt) % 101) || a - b;
      expect(topNumbers(Uint32Array.from(list), wanted, compare)).toEqual([...list].sort(compare).slice(0, wanted));
    }),
  );
});
