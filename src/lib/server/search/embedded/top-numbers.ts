/** The first of many document numbers by an order, without sorting them all. */

export type Compare = (a: number, b: number) => number;

/** The `wanted` first numbers, in order. `compare` must tell any two apart. */
export function topNumbers(numbers: Uint32Array, wanted: number, compare: Compare): number[] {
  if (wanted <= 0) return [];
  if (wanted * 4 >= numbers.length) return [...numbers].sort(compare).slice(0, wanted);
  // A heap of the best so far with the worst of them on top: most numbers are turned away by one comparison.
  const heap = [...numbers.subarray(0, wanted)];
  for (let i = (wanted >>> 1) - 1; i >= 0; i--) sink(heap, i, compare);
  for (const number of numbers.subarray(wanted)) {
    if (compare(number, heap[0] ?? 0) >= 0) continue;
    heap[0] = number;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

function sink(heap: number[], index: number, compare: Compare): void {
  const moving = heap[index] ?? 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child] ?? 0, heap[child + 1] ?? 0) < 0) child++;
    if (compare(heap[child] ?? 0, moving) <= 0) break;
    heap[index] = heap[child] ?? 0;
    index = child;
  }
  heap[index] = moving;
}
