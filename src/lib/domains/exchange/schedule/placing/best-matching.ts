/** The matching of greatest worth between two groups, with at most so many pairs. Pure. */

/** A possible pair: somebody of the left group, somebody of the right one, and what it is worth. */
export interface Edge {
  left: number;
  right: number;
  worth: number;
}

/**
 * Positions of the chosen edges. Adds one pair at a time along the best alternating path (Hungarian method with prices):
 * after k steps it is the best matching of k pairs, so stopping early is exact too.
 */
export function bestMatching(lefts: number, rights: number, edges: readonly Edge[], limit: number): number[] {
  const from: number[][] = Array.from({ length: lefts }, () => []);
  let highest = 0;
  for (const [at, { left, worth }] of edges.entries()) {
    from[left]?.push(at);
    highest = Math.max(highest, worth);
  }
  const priceLeft = new Float64Array(lefts).fill(highest);
  const priceRight = new Float64Array(rights);
  const ofLeft = new Int32Array(lefts).fill(-1);
  const ofRight = new Int32Array(rights).fill(-1);
  const distLeft = new Float64Array(lefts);
  const distRight = new Float64Array(rights);
  const via = new Int32Array(rights);
  const done = new Uint8Array(rights);
  /** What somebody without a pair still asks for; the same for all on the left. */
  let asked = highest;

  const reach = (left: number) => {
    const base = distLeft[left] ?? 0;
    for (const at of from[left] ?? []) {
      const { right, worth } = edges[at] as Edge;
      const distance = base + Math.max(0, (priceLeft[left] ?? 0) + (priceRight[right] ?? 0) - worth);
      if (done[right] === 0 && distance < (distRight[right] ?? 0)) {
        distRight[right] = distance;
        via[right] = at;
      }
    }
  };

  for (let pairs = 0; pairs < limit; pairs++) {
    distLeft.fill(Infinity);
    distRight.fill(Infinity);
    done.fill(0);
    for (let left = 0; left < lefts; left++)
      if (ofLeft[left] === -1) {
        distLeft[left] = 0;
        reach(left);
      }
    let end = -1;
    for (;;) {
      let next = -1;
      for (let right = 0; right < rights; right++)
        if (done[right] === 0 && (distRight[right] ?? 0) < (next === -1 ? Infinity : (distRight[next] ?? 0)))
          next = right;
      if (next === -1) break;
      done[next] = 1;
      const taken = ofRight[next] ?? -1;
      if (taken === -1) {
        end = next;
        break;
      }
      const left = edges[taken]?.left ?? 0;
      distLeft[left] = distRight[next] ?? 0;
      reach(left);
    }
    if (end === -1) break;
    const length = distRight[end] ?? 0;
    if (asked - length <= 1e-12) break;
    for (let left = 0; left < lefts; left++)
      if ((distLeft[left] ?? 0) < length) priceLeft[left] = (priceLeft[left] ?? 0) - (length - (distLeft[left] ?? 0));
    for (let right = 0; right < rights; right++)
      if (done[right] === 1 && (distRight[right] ?? 0) < length)
        priceRight[right] = (priceRight[right] ?? 0) + length - (distRight[right] ?? 0);
    asked -= length;
    for (let right = end; right !== -1;) {
      const at = via[right] ?? -1;
      const left = edges[at]?.left ?? 0;
      const before = ofLeft[left] ?? -1;
      ofLeft[left] = at;
      ofRight[right] = at;
      right = before === -1 ? -1 : (edges[before]?.right ?? -1);
    }
  }
  return [...ofLeft].filter((at) => at !== -1).sort((x, y) => x - y);
}
