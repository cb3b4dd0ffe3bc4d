/** A problem made ready to reckon with: numbers for names, in an order that does not depend on how the lists came in. */
import { pairKey, type ScheduleProblem, type UnmetReason, type UnmetWish } from './problem';

/** A pair that may meet, by the numbers of its organisations. */
export interface Candidate {
  a: number;
  b: number;
  score: number;
  must: boolean;
}

export interface Prepared {
  rounds: number;
  tables: number;
  goodScore: number;
  floors: { meetings: number; good: number };
  organisations: string[];
  delegates: string[];
  /** For each organisation its delegates, for each delegate her organisations. */
  delegatesOf: number[][];
  organisationsOf: number[][];
  /** For each delegate, 1 for each round she is there, and how many those are. */
  present: Uint8Array[];
  presentRounds: number[];
  /** Whether somebody misses a round. */
  windows: boolean;
  candidates: Candidate[];
  /** The organisations fall into two groups that only meet each other, and nobody speaks for both. `a` is in the first. */
  twoSided: boolean;
  unmet: UnmetWish[];
}

const byText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

export function prepare(problem: ScheduleProblem): Prepared {
  const organisations = problem.organisations.map((one) => one.id).sort(byText);
  const number = new Map(organisations.map((id, at) => [id, at]));
  const indexOf = (id: string) => number.get(id) ?? -1;
  const people = [...problem.delegates].sort((x, y) => byText(x.id, y.id));
  const delegatesOf: number[][] = organisations.map(() => []);
  const organisationsOf = people.map((person, at) => {
    const own = [...new Set(person.organisations)].sort(byText).map(indexOf);
    for (const organisation of own) delegatesOf[organisation]?.push(at);
    return own;
  });
  const present = people.map((person) => {
    const rounds = new Uint8Array(problem.rounds).fill(person.present === undefined ? 1 : 0);
    for (const round of person.present ?? []) rounds[round] = 1;
    return rounds;
  });
  const presentRounds = present.map((rounds) => rounds.reduce((sum, here) => sum + here, 0));
  const prepared: Prepared = {
    rounds: problem.rounds,
    tables: problem.tables,
    goodScore: problem.goodScore,
    floors: problem.floors,
    organisations,
    delegates: people.map((person) => person.id),
    delegatesOf,
    organisationsOf,
    present,
    presentRounds,
    windows: presentRounds.some((count) => count < problem.rounds),
    candidates: [],
    twoSided: false,
    unmet: [],
  };
  readPairs(problem, prepared, indexOf);
  prepared.twoSided = splitInTwo(prepared);
  return prepared;
}

function readPairs(problem: ScheduleProblem, prepared: Prepared, indexOf: (id: string) => number): void {
  const side = new Map(problem.organisations.map((one) => [one.id, one.side]));
  const vetoes = new Set(problem.vetoes.map(({ a, b }) => pairKey(a, b)));
  const musts = new Set(problem.musts.map(({ a, b }) => pairKey(a, b)));
  const scores = new Map<string, number>();
  for (const { a, b, score } of problem.scores) {
    const key = pairKey(a, b);
    scores.set(key, Math.max(score, scores.get(key) ?? 0));
  }
  for (const key of musts) if (!scores.has(key)) scores.set(key, 0);
  const meet = meetingPossible(prepared);
  for (const key of [...scores.keys()].sort(byText)) {
    const [a = '', b = ''] = key.split('\n');
    const must = musts.has(key);
    const score = scores.get(key) ?? 0;
    const sameSide = side.get(a) === side.get(b) && side.get(a) !== 'both';
    const whyNot = (): UnmetReason | null => {
      if (a === b) return 'same_person';
      if (vetoes.has(key)) return 'vetoed';
      return sameSide ? 'same_side' : meet(indexOf(a), indexOf(b));
    };
    const reason = whyNot();
    if (reason === null && (must || score > 0)) prepared.candidates.push({ a: indexOf(a), b: indexOf(b), score, must });
    else if (reason !== null && must) {
      const absent = [a, b].filter((id) => !hereAtAll(prepared, indexOf(id)));
      prepared.unmet.push({ a, b, reason, who: reason === 'not_present' ? absent : [] });
    }
  }
}

const hereAtAll = (prepared: Prepared, organisation: number) =>
  (prepared.delegatesOf[organisation] ?? []).some((delegate) => (prepared.presentRounds[delegate] ?? 0) > 0);

/** Null when two different people of theirs are there in one round; otherwise why not. */
function meetingPossible(prepared: Prepared): (a: number, b: number) => UnmetReason | null {
  const { delegatesOf, present, rounds } = prepared;
  const known = new Map<number, boolean>();
  const overlap = (one: number, other: number) => {
    const key = one * prepared.delegates.length + other;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = false;
      for (let round = 0; round < rounds && !answer; round++)
        answer = present[one]?.[round] === 1 && present[other]?.[round] === 1;
      known.set(key, answer);
    }
    return answer;
  };
  return (a, b) => {
    if (!hereAtAll(prepared, a) || !hereAtAll(prepared, b)) return 'not_present';
    let twoPeople = false;
    for (const one of delegatesOf[a] ?? [])
      for (const other of delegatesOf[b] ?? []) {
        if (one === other) continue;
        if (!prepared.windows || overlap(one, other)) return null;
        twoPeople = true;
      }
    return twoPeople ? 'never_together' : 'same_person';
  };
}

/** Colours the organisations with two colours, turns every candidate so that `a` has the first; false where none fits. */
function splitInTwo({ organisations, delegatesOf, organisationsOf, candidates }: Prepared): boolean {
  const colour = new Int8Array(organisations.length).fill(-1);
  const partners: number[][] = organisations.map(() => []);
  for (const { a, b } of candidates) {
    partners[a]?.push(b);
    partners[b]?.push(a);
  }
  for (let start = 0; start < organisations.length; start++) {
    if (colour[start] !== -1) continue;
    colour[start] = 0;
    const queue = [start];
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      const mine = colour[one] ?? 0;
      const visit = (other: number, wanted: number) => {
        if (colour[other] === -1) {
          colour[other] = wanted;
          queue.push(other);
        }
        return colour[other] === wanted;
      };
      for (const other of partners[one] ?? []) if (!visit(other, 1 - mine)) return false;
      for (const delegate of delegatesOf[one] ?? [])
        for (const other of organisationsOf[delegate] ?? []) if (!visit(other, mine)) return false;
    }
  }
  for (const pair of candidates) if (colour[pair.a] === 1) [pair.a, pair.b] = [pair.b, pair.a];
  return true;
}

/** How many meetings an organisation can have: the rounds of its people, shared with nobody at best. */
export function capacityOf(prepared: Prepared, organisation: number): number {
  return (prepared.delegatesOf[organisation] ?? []).reduce(
    (sum, delegate) => sum + (prepared.presentRounds[delegate] ?? 0),
    0,
  );
}

/** Meetings there can be in each round: as many as tables, and as pairs of people. */
export function roundCapacities(prepared: Prepared): number[] {
  const { rounds, tables, present, twoSided, organisationsOf } = prepared;
  const first = new Set(twoSided ? prepared.candidates.map(({ a }) => a) : []);
  return Array.from({ length: rounds }, (_, round) => {
    let [left, right] = [0, 0];
    for (const [delegate, when] of present.entries()) {
      if (when[round] !== 1) continue;
      if (organisationsOf[delegate]?.some((one) => first.has(one))) left++;
      else right++;
    }
    return Math.min(tables, twoSided ? Math.min(left, right) : (left + right) >> 1);
  });
}

export const totalCapacity = (prepared: Prepared): number =>
  roundCapacities(prepared).reduce((sum, count) => sum + count, 0);
