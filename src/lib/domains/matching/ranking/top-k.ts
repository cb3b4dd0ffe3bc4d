/** The exact k best of any number, without sorting the rest. Pure. */

/**
 * Positions of the `k` highest keys, best first; `comesFirst` decides between equal keys and must be a strict order.
 * Negative keys are left out. One pass with a heap of k: those below the k-th so far cost one comparison.
 */
export function topK(keys: Float64Array, k: number, comesFirst: (a: number, b: number) => boolean): number[] {
  if (k <= 0) return [];
  const heap: number[] = [];
  const better = (a: number, b: number) => {
    const keyA = keys[a] as number;
    const keyB = keys[b] as number;
    return keyA > keyB || (keyA === keyB && comesFirst(a, b));
  };
  let floor = 0;
  for (let position = next(keys, 0, floor); position < keys.length; position = next(keys, position + 1, floor)) {
    if (heap.length < k) {
      heap.push(position);
      siftUp(heap, better);
    } else if (better(position, heap[0] as number)) {
      heap[0] = position;
      siftDown(heap, better);
    }
    if (heap.length === k) floor = keys[heap[0] as number] as number;
  }
  return heap.sort((a, b) => (better(a, b) ? -1 : 1));
}

/** The first position at or after `from` whose key is at least `floor`; the length when there is none. */
function next(keys: Float64Array, from: number, floor: number): number {
  let position = from;
  while (position < keys.length && (keys[position] as number) < floor) position++;
  return position;
}

/** The worst is at the top of the heap. */
function siftUp(heap: number[], better: (a: number, b: number) => boolean): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!better(heap[parent] as number, heap[child] as number)) return;
    swap(heap, parent, child);
    child = parent;
  }
}

function siftDown(heap: number[], better: (a: number, b: number) => boolean): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const worse = right < heap.length && better(heap[left] as number, heap[right] as number) ? right : left;
    if (!better(heap[parent] as number, heap[worse] as number)) return;
    swap(heap, parent, worse);
    parent = worse;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] as number;
  heap[a] = heap[b] as number;
  heap[b] = kept;
}
