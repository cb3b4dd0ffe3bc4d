/** Exchange floors made up from a seed: organisations with themes, so that good partners cluster as they do in life. */
import type { ScheduleInput } from '../../../src/lib/domains/exchange/schedule/problem';

/** Mulberry32: the same numbers for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface FloorOptions {
  organisations: number;
  seed: number;
  rounds?: number;
  /** Tables for so large a share of the pairs that could sit at once. */
  tableShare?: number;
  /** Half of the people come late, leave early, or both. */
  windows?: boolean;
  general?: boolean;
  musts?: number;
  vetoes?: number;
  floors?: { meetings: number; good: number };
}

const THEMES = 8;
const round4 = (value: number) => Math.round(value * 10_000) / 10_000;

export function syntheticFloor(options: FloorOptions): ScheduleInput {
  const { organisations: count, seed, rounds = 12, tableShare = 0.8, windows = false, general = false } = options;
  const random = seeded(seed);
  const name = (at: number) => `o${String(at).padStart(4, '0')}`;
  const tastes = Array.from({ length: count }, () => Array.from({ length: THEMES }, () => random() ** 4));
  const fame = Array.from({ length: count }, () => 0.6 + 0.4 * random());
  const half = count >> 1;
  const scores: ScheduleInput['scores'] = [];
  const likes: { a: string; b: string }[] = [];
  for (let a = 0; a < count; a++)
    for (let b = Math.max(a + 1, general ? 0 : half); b < count; b++) {
      if (!general && a >= half) break;
      let shared = 0;
      let [sizeA, sizeB] = [0, 0];
      for (let theme = 0; theme < THEMES; theme++) {
        const [x = 0, y = 0] = [tastes[a]?.[theme], tastes[b]?.[theme]];
        shared += x * y;
        sizeA += x * x;
        sizeB += y * y;
      }
      const score = round4(
        (shared / Math.sqrt(sizeA * sizeB)) * (fame[a] ?? 1) * (fame[b] ?? 1) * (0.7 + 0.3 * random()),
      );
      if (score > 0.05) scores.push({ a: name(a), b: name(b), score });
      likes.push({ a: name(a), b: name(b) });
    }
  const pick = (wanted: number) =>
    Array.from({ length: wanted }, () => likes[Math.floor(random() * likes.length)] ?? { a: '', b: '' });
  const delegates = Array.from({ length: count }, (_, at) => {
    const from = windows && random() < 0.3 ? 1 + Math.floor(random() * (rounds / 2)) : 0;
    const until = windows && random() < 0.3 ? rounds - 1 - Math.floor(random() * (rounds / 2 - 1)) : rounds;
    const present = Array.from({ length: until - from }, (_, round) => from + round);
    return { id: `d${name(at)}`, organisations: [name(at)], ...(windows && { present }) };
  });
  return {
    organisations: Array.from({ length: count }, (_, at) => ({
      id: name(at),
      side: general ? ('both' as const) : at < half ? ('offer' as const) : ('request' as const),
    })),
    delegates,
    rounds,
    tables: Math.max(1, Math.floor(half * tableShare)),
    scores,
    musts: pick(options.musts ?? 0),
    vetoes: pick(options.vetoes ?? 0),
    floors: options.floors ?? { meetings: 3, good: 2 },
  };
}

/** What a person with a list would do: the best pair that still fits, over and over. */
export function greedyValue(floor: ScheduleInput): number {
  const present = new Map<string, number[]>();
  for (const { organisations, present: when } of floor.delegates)
    for (const one of organisations)
      present.set(one, when ?? Array.from({ length: floor.rounds }, (_, round) => round));
  const busy = new Set<string>();
  const load = new Array<number>(floor.rounds).fill(0);
  let value = 0;
  for (const { a, b, score } of [...floor.scores].sort((x, y) => y.score - x.score)) {
    const theirs = new Set(present.get(b));
    const round = (present.get(a) ?? []).find(
      (when) =>
        theirs.has(when) && (load[when] ?? 0) < floor.tables && !busy.has(`${a} ${when}`) && !busy.has(`${b} ${when}`),
    );
    if (round === undefined) continue;
    busy.add(`${a} ${round}`).add(`${b} ${round}`);
    load[round] = (load[round] ?? 0) + 1;
    value += score;
  }
  return value;
}
