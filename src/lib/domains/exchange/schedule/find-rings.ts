/** Rings of two or three in which each gives the next what it needs, where nobody can pay back directly. Pure. */
import { z } from 'zod';
import { ModelBuilder, type Solve } from './linear-model';
import { MAX_ORGANISATIONS, pairKey, problemSchema, type Progress } from './problem';

/** A ring of three needs one more signature than one of two, and breaks more easily. */
export const THREE_RING_WEIGHT = 0.9;
/** Below this, what one gives is not what the other needs. */
export const LEAST_SERVICE = 0.5;
/** The best rings looked at; beyond this the value is the best among them. */
export const MAX_RINGS = 20_000;
const SECONDS = 10;

const id = z.string().min(1).max(64);
export const ringInputSchema = z.strictObject({
  /** How well `from` can give what `to` needs, from 0 to 1. */
  services: z.array(z.strictObject({ from: id, to: id, score: z.number().min(0).max(1) })).max(500_000),
  vetoes: problemSchema.shape.vetoes,
  least: z.number().min(0).max(1).default(LEAST_SERVICE),
  seconds: z.number().positive().max(60).default(SECONDS),
});
export type RingInput = z.infer<typeof ringInputSchema>;

export interface Ring {
  /** Each gives to the next, the last to the first; the one whose name sorts first stands first. */
  members: string[];
  /** How well each serves the next. */
  scores: number[];
  /** The geometric mean of the scores for each member, less a tenth for a ring of three. */
  value: number;
}

export interface Rings {
  /** No organisation is in two of them. Proposals: nobody is bound until everyone has signed. */
  rings: Ring[];
  value: number;
  /** What no set of the rings looked at can exceed. */
  bound: number;
  /** False where time ran out, or there were more rings than can be looked at: then this is the best found so far. */
  proven: boolean;
}

export function findRings(input: RingInput, solve: Solve, progress: Progress = () => {}): Rings {
  progress('reading', 0);
  const all = possibleRings(input);
  const rings = all.slice(0, MAX_RINGS);
  progress('choosing', 0.3);
  const quick = bestFirst(rings);
  const chosen = choose(rings, solve, input.seconds, progress);
  progress('finishing', 1);
  const best = total(chosen.rings) >= total(quick) ? chosen.rings : quick;
  return {
    rings: best,
    value: total(best),
    bound: chosen.bound,
    proven: chosen.proven && rings.length === all.length,
  };
}

/** How far below the relaxation a ring may pull the value and still be looked at; all of them in the end. */
const SHARES = [0.002, 0.02, Infinity];

/**
 * Reduced-cost fixing (Dantzig, Fulkerson and Johnson, 1954): with the prices of the relaxation, a set that holds a
 * ring is worth at most the relaxation plus what this ring lacks of its members' prices. Rings that lack much are left
 * out; what is found without them is the best of all where it is worth more than any set that holds one of them.
 */
function choose(
  rings: readonly Ring[],
  solve: Solve,
  seconds: number,
  progress: Progress,
): Pick<Rings, 'rings' | 'bound' | 'proven'> {
  const began = performance.now();
  const relaxed = solve(modelOf(rings).build());
  const prices = new Map(membersOf(rings).map((member, row) => [member, relaxed.rowDual[row] ?? 0]));
  const lacks = rings.map(({ members, value }) => members.reduce((sum, one) => sum + (prices.get(one) ?? 0), -value));
  let best: Ring[] = [];
  for (const [at, share] of SHARES.entries()) {
    progress('choosing', 0.4 + 0.2 * at);
    const most = relaxed.value * share;
    const some = rings.filter((_, ring) => (lacks[ring] ?? 0) <= most);
    const left = Math.max(0.1, seconds - (performance.now() - began) / 1000);
    const { status, x, bound } = solve(modelOf(some).build(true), { seconds: left });
    const found = some.filter((_, column) => (x[column] ?? 0) > 0.5);
    if (total(found) > total(best)) best = found;
    if (status !== 'optimal') break;
    if (some.length === rings.length) return { rings: best, bound, proven: true };
    if (total(best) >= relaxed.value - most) return { rings: best, bound: total(best), proven: true };
  }
  return { rings: best, bound: relaxed.value, proven: false };
}

/** In the order of the model's rows. */
const membersOf = (rings: readonly Ring[]) => [...new Set(rings.flatMap(({ members }) => members))];

/** Each organisation in one ring at most. */
function modelOf(rings: readonly Ring[]): ModelBuilder {
  const build = new ModelBuilder();
  const ringsOf = new Map<string, number[]>(membersOf(rings).map((member) => [member, []]));
  for (const ring of rings) {
    const column = build.column(ring.value, 0, 1);
    for (const member of ring.members) ringsOf.get(member)?.push(column);
  }
  for (const columns of ringsOf.values()) build.row(-Infinity, 1, columns);
  return build;
}

const total = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ring.value, 0);

/** All rings of two and three, the best first. */
function possibleRings({ services, vetoes, least }: RingInput): Ring[] {
  const never = new Set(vetoes.map(({ a, b }) => pairKey(a, b)));
  const names = [...new Set(services.flatMap(({ from, to }) => [from, to]))].sort().slice(0, MAX_ORGANISATIONS);
  const number = new Map(names.map((name, at) => [name, at]));
  const gives: Map<number, number>[] = names.map(() => new Map());
  for (const { from, to, score } of services) {
    const [a, b] = [number.get(from), number.get(to)];
    if (a === undefined || b === undefined || a === b || score < least || score === 0) continue;
    if (never.has(pairKey(from, to))) continue;
    gives[a]?.set(b, Math.max(score, gives[a]?.get(b) ?? 0));
  }
  const found: { at: number[]; scores: number[]; value: number }[] = [];
  const add = (at: number[], scores: number[]) => {
    const mean = scores.reduce((product, score) => product * score, 1) ** (1 / scores.length);
    found.push({ at, scores, value: at.length * mean * (at.length === 3 ? THREE_RING_WEIGHT : 1) });
  };
  for (let a = 0; a < names.length; a++)
    for (const [b, ab] of gives[a] ?? []) {
      if (b < a) continue;
      const back = gives[b]?.get(a);
      if (back !== undefined) add([a, b], [ab, back]);
      for (const [c, bc] of gives[b] ?? []) {
        const ca = c > a && c !== b ? gives[c]?.get(a) : undefined;
        if (ca !== undefined) add([a, b, c], [ab, bc, ca]);
      }
    }
  const order = (x: number[], y: number[]) =>
    (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? -1) - (y[2] ?? -1);
  found.sort((x, y) => y.value - x.value || order(x.at, y.at));
  return found.map(({ at, scores, value }) => ({ members: at.map((one) => names[one] ?? ''), scores, value }));
}

function bestFirst(rings: readonly Ring[]): Ring[] {
  const taken = new Set<string>();
  return rings.filter(({ members }) => {
    if (members.some((member) => taken.has(member))) return false;
    for (const member of members) taken.add(member);
    return true;
  });
}
