/** The schedule on the real solver: proven best on two sides, and true to everyone's calendar on random floors. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Solve } from '../../src/lib/domains/exchange/schedule/linear-model';
import { planSchedule } from '../../src/lib/domains/exchange/schedule/plan-schedule';
import { pairKey, problemSchema, type ScheduleInput } from '../../src/lib/domains/exchange/schedule/problem';
import { repairSchedule } from '../../src/lib/domains/exchange/schedule/repair-schedule';
import { loadSolver } from '../../src/lib/domains/exchange/server/schedule/highs-solver';
import { breaches } from './support/check-schedule';
import { seeded, syntheticFloor } from './support/synthetic';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const plan = (input: ScheduleInput) => planSchedule(problemSchema.parse(input), solve);

/** A floor from a few numbers: people who speak for several, organisations with several people, wishes, few tables. */
const floors = (options: { windows: boolean; general: boolean }) =>
  fc
    .record({
      organisations: fc.integer({ min: 2, max: 26 }),
      seed: fc.nat(),
      rounds: fc.integer({ min: 2, max: 8 }),
      tableShare: fc.double({ min: 0.2, max: 1, noNaN: true }),
      musts: fc.integer({ min: 0, max: 6 }),
      vetoes: fc.integer({ min: 0, max: 6 }),
      meetings: fc.integer({ min: 0, max: 4 }),
      good: fc.integer({ min: 0, max: 3 }),
      colleagues: fc.boolean(),
    })
    .map(({ meetings, good, colleagues, ...rest }) => {
      const floor = syntheticFloor({ ...rest, ...options, floors: { meetings, good } });
      return colleagues ? withColleagues(floor, rest.seed) : floor;
    });

/** Some organisations send a second person; some people speak for a neighbour on the same side as well. */
function withColleagues(floor: ScheduleInput, seed: number): ScheduleInput {
  const random = seeded(seed + 1);
  const side = new Map(floor.organisations.map((one) => [one.id, one.side]));
  const delegates = floor.delegates.flatMap((person, at) => {
    const next = floor.organisations[at + 1];
    const own = person.organisations[0] ?? '';
    const shares = next && next.side === side.get(own) && random() < 0.2 ? [own, next.id] : [own];
    const first = { ...person, organisations: shares };
    return random() < 0.2 ? [first, { ...person, id: `${person.id}-2`, organisations: [own] }] : [first];
  });
  return { ...floor, delegates };
}

describe('two sides, everybody there', () => {
  it('reaches the bound of the linear programme on random floors', () => {
    fc.assert(
      fc.property(floors({ windows: false, general: false }), (floor) => {
        const schedule = plan(floor);
        expect(breaches(problemSchema.parse(floor), schedule.meetings)).toEqual([]);
        expect(schedule.value).toBeCloseTo(schedule.bound, 6);
        expect(schedule.optimal).toBe(true);
        expect(schedule.unmet.filter(({ reason }) => reason === 'not_placed')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds what trying every set of pairs finds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }), (seed, rounds, tables) => {
        const floor = {
          ...syntheticFloor({ organisations: 6, seed, rounds, floors: { meetings: 0, good: 0 } }),
          tables,
        };
        let best = 0;
        for (let set = 0; set < 2 ** floor.scores.length; set++) {
          const chosen = floor.scores.filter((_, at) => (set >> at) & 1);
          const load = new Map<string, number>();
          for (const { a, b } of chosen) for (const one of [a, b]) load.set(one, (load.get(one) ?? 0) + 1);
          if (chosen.length > rounds * tables || [...load.values()].some((count) => count > rounds)) continue;
          best = Math.max(
            best,
            chosen.reduce((sum, { score }) => sum + score, 0),
          );
        }
        expect(plan(floor).value).toBeCloseTo(best, 9);
      }),
      { numRuns: 15 },
    );
  });
});

const pair = (a: string, b: string, score: number) => ({ a, b, score });

describe('the worked example of docs/exchange-schedule.md', () => {
  const example = (meetings: number): ScheduleInput => ({
    organisations: [
      { id: 'bakery', side: 'offer' },
      { id: 'bank', side: 'offer' },
      { id: 'choir', side: 'request' },
      { id: 'river', side: 'request' },
    ],
    delegates: ['bakery', 'bank', 'choir', 'river'].map((id) => ({ id, organisations: [id] })),
    rounds: 2,
    tables: 1,
    scores: [
      pair('bakery', 'choir', 0.9),
      pair('bakery', 'river', 0.8),
      pair('bank', 'choir', 0.7),
      pair('bank', 'river', 0.1),
    ],
    musts: [],
    vetoes: [],
    floors: { meetings, good: 0 },
  });

  it('gives what the document says', () => {
    expect(plan(example(0)).value).toBeCloseTo(1.7, 9);
    const fair = plan(example(1));
    expect(fair).toMatchObject({ optimal: true, unmet: [], lowered: [] });
    expect(fair.value).toBeCloseTo(1.5, 9);
    expect(fair.bound).toBeCloseTo(1.5, 9);
    expect(new Set(fair.meetings.map(({ round }) => round)).size).toBe(2);
  });

  it('lowers good meetings before meetings, and says whose', () => {
    const tight = plan({ ...example(1), floors: { meetings: 2, good: 1 } });
    expect(tight.meetings).toHaveLength(2);
    expect(tight.lowered.filter(({ floor }) => floor === 'meetings').length).toBeGreaterThan(0);
    for (const { asked, given } of tight.lowered) expect(given).toBeLessThan(asked);
  });

  it('names the musts that do not fit, and whose calendar is full', () => {
    const musts = ['choir', 'river'].map((b) => ({ a: 'bakery', b }));
    const full = plan({ ...example(0), rounds: 1, tables: 2, musts });
    expect(full.unmet).toEqual([{ a: 'bakery', b: 'river', reason: 'too_many', who: ['bakery'] }]);
  });
});

describe('windows and general graphs', () => {
  for (const [name, options] of [
    ['with windows', { windows: true, general: false }],
    ['in a general graph', { windows: false, general: true }],
    ['in a general graph with windows', { windows: true, general: true }],
  ] as const)
    it(`keeps every calendar and stays under the bound ${name}`, () => {
      fc.assert(
        fc.property(floors(options), (floor) => {
          const schedule = plan(floor);
          expect(breaches(problemSchema.parse(floor), schedule.meetings)).toEqual([]);
          expect(schedule.value).toBeLessThanOrEqual(schedule.bound + 1e-6);
          // Every must is in the schedule or named.
          const met = new Set(schedule.meetings.map(({ a, b }) => pairKey(a, b)));
          const named = new Set(schedule.unmet.map(({ a, b }) => pairKey(a, b)));
          for (const { a, b } of floor.musts) expect(met.has(pairKey(a, b))).toBe(!named.has(pairKey(a, b)));
        }),
        { numRuns: 40 },
      );
    });

  it('names no must that came true after all, where one that it had given way to found no round', () => {
    const both = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, side: 'both' as const }));
    const floor: ScheduleInput = {
      organisations: both,
      delegates: [
        { id: 'ab', organisations: ['a', 'b'], present: [1] },
        { id: 'bc', organisations: ['b', 'c'], present: [1] },
        { id: 'c', organisations: ['c'], present: [0] },
        { id: 'd', organisations: ['d'], present: [1] },
        { id: 'd2', organisations: ['d'], present: [1] },
        { id: 'e', organisations: ['e'], present: [0, 1] },
      ],
      rounds: 2,
      tables: 1,
      scores: [
        pair('a', 'b', 0.2872),
        pair('a', 'c', 0.4507),
        pair('a', 'd', 0.3235),
        pair('b', 'c', 0.3889),
        pair('b', 'd', 0.5225),
        pair('c', 'd', 0.4483),
        pair('c', 'e', 0.0586),
        pair('d', 'e', 0.0817),
      ],
      musts: ['bc', 'ce', 'ae', 'ad'].map(([a = '', b = '']) => ({ a, b })),
      vetoes: [],
      floors: { meetings: 0, good: 0 },
    };
    const { meetings, unmet } = plan(floor);
    const named = unmet.map(({ a, b }) => pairKey(a, b));
    expect(named.filter((key) => meetings.some(({ a, b }) => pairKey(a, b) === key))).toEqual([]);
    expect(named.length + meetings.length).toBeGreaterThanOrEqual(floor.musts.length);
  });

  it('is within one per cent of the bound on a floor of 100 with windows, and names nobody without need', () => {
    const schedule = plan(syntheticFloor({ organisations: 100, seed: 4, windows: true, musts: 10, vetoes: 20 }));
    expect(schedule.value / schedule.bound).toBeGreaterThan(0.99);
    expect(schedule.unmet.filter(({ reason }) => reason === 'not_placed')).toEqual([]);
  });
});

describe('the same input', () => {
  it('gives the same schedule, in whichever order it is listed', () => {
    const floor = syntheticFloor({ organisations: 40, seed: 5, windows: true, musts: 4, vetoes: 4 });
    const turned = {
      ...floor,
      organisations: [...floor.organisations].reverse(),
      delegates: [...floor.delegates].reverse(),
      scores: floor.scores.map(({ a, b, score }) => ({ a: b, b: a, score })).reverse(),
      musts: [...floor.musts].reverse(),
    };
    expect(plan(turned)).toEqual(plan(floor));
  });

  it('keeps most of a schedule when one organisation withdraws', () => {
    const floor = syntheticFloor({ organisations: 40, seed: 6 });
    const before = plan(floor);
    const [gone] = floor.organisations;
    const left = {
      ...floor,
      organisations: floor.organisations.slice(1),
      delegates: floor.delegates.slice(1),
      scores: floor.scores.filter(({ a, b }) => a !== gone?.id && b !== gone?.id),
    };
    const again = plan({ ...left, previous: before.meetings });
    const possible = before.meetings.filter(({ a, b }) => a !== gone?.id && b !== gone?.id);
    expect(again.kept).toBeGreaterThan(0.6 * possible.length);
    expect(again.kept).toBeGreaterThan(plan(left).kept);
    expect(again.value).toBeGreaterThan(0.98 * again.bound);
  });
});

describe('repair on the day', () => {
  it('moves no announced meeting, and fills idle people', () => {
    fc.assert(
      fc.property(floors({ windows: true, general: false }), fc.nat(7), (floor, round) => {
        const from = Math.min(round, floor.rounds);
        const announced = plan(floor).meetings;
        const random = seeded(round);
        const delegates = floor.delegates.map((person) => {
          const chance = random();
          const all = person.present ?? Array.from({ length: floor.rounds }, (_, at) => at);
          // No-show, early leaver, or somebody who came late and stays.
          if (chance < 0.15) return { ...person, present: all.filter((at) => at < from) };
          if (chance < 0.25) return { ...person, present: all.filter((at) => at <= from) };
          if (chance < 0.35) return { ...person, present: Array.from({ length: floor.rounds }, (_, at) => at) };
          return person;
        });
        const problem = problemSchema.parse({ ...floor, delegates });
        const repair = repairSchedule({ problem, announced, from });
        expect(breaches(problem, repair.meetings)).toEqual([]);
        for (const meeting of announced) {
          const stays = repair.meetings.some((other) => JSON.stringify(other) === JSON.stringify(meeting));
          const people = [meeting.delegateA, meeting.delegateB].map((id) => delegates.find((one) => one.id === id));
          const here = people.every((one) => one?.present === undefined || one.present.includes(meeting.round));
          expect(stays).toBe(meeting.round < from || here);
        }
        expect(repair.cancelled.length + repair.replaced.length).toBe(
          announced.length - repair.meetings.filter((one) => announced.includes(one)).length,
        );
        for (const { round: when } of repair.added) expect(when).toBeGreaterThanOrEqual(from);
      }),
      { numRuns: 40 },
    );
  });

  it('lets a colleague take the place of somebody who is missing', () => {
    const floor = problemSchema.parse({
      organisations: [
        { id: 'bakery', side: 'offer' },
        { id: 'river', side: 'request' },
      ],
      delegates: [
        { id: 'ann', organisations: ['bakery'], present: [] },
        { id: 'ben', organisations: ['bakery'] },
        { id: 'cem', organisations: ['river'] },
      ],
      rounds: 2,
      tables: 1,
      scores: [{ a: 'bakery', b: 'river', score: 0.8 }],
      musts: [],
      vetoes: [],
      floors: { meetings: 1, good: 1 },
    });
    const was = { round: 1, table: 0, a: 'bakery', b: 'river', delegateA: 'ann', delegateB: 'cem' };
    const repair = repairSchedule({ problem: floor, announced: [was], from: 0 });
    expect(repair.replaced).toEqual([{ was, is: { ...was, delegateA: 'ben' } }]);
    expect(repair.cancelled).toEqual([]);
    expect(repair.added).toEqual([]);
  });
});
