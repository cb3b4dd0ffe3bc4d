/** From a problem to a schedule: read the wishes, choose the pairs, place them, improve, and say how good it is. Pure. */
import type { Solve } from './linear-model';
import { assignPeople } from './placing/assign-people';
import { Board } from './placing/board';
import { placePairs, type EarlierRounds } from './placing/place-pairs';
import { rematch, type Floors } from './placing/rematch';
import { seatAtTables } from './placing/tables';
import { capacityOf, prepare, totalCapacity, type Prepared } from './prepared';
import {
  pairKey,
  type LoweredFloor,
  type Progress,
  type Schedule,
  type ScheduleProblem,
  type UnmetWish,
} from './problem';
import { choosePairs, type Choice } from './selection/choose-pairs';
import { calendarsOf, fitMusts } from './selection/fit-musts';
import type { Selection } from './selection/selection-model';

/** Rounds are paired anew, all of them in turn, at most so often; it ends sooner when nothing gets better. */
const PASSES = 4;
/** What a pair of the previous schedule is worth beside its score: enough to stay among equals. */
const KEEP = 0.05;
const EPSILON = 1e-6;

export function planSchedule(problem: ScheduleProblem, solve: Solve, progress: Progress = () => {}): Schedule {
  progress('reading', 0);
  const prepared = prepare(problem);
  const unmet = [...prepared.unmet, ...fitMusts(prepared, solve)];
  const asked = askedFloors(prepared);
  const earlier = earlierRounds(prepared, problem);

  progress('choosing', 0.1);
  const selection = wholeSelection(prepared, asked, earlier);
  const choice = choosePairs(selection, solve);

  progress('placing', 0.3);
  const board = new Board(prepared);
  const meetings = choice.chosen.map((pair) => endsOf(prepared, pair));
  const seats = assignPeople(prepared, meetings, (delegate) => prepared.presentRounds[delegate] ?? 0);
  placePairs(prepared, board, seats, earlier);

  const wanted = choice.chosen.reduce((sum, pair) => sum + (prepared.candidates[pair]?.score ?? 0), 0);
  const complete = () => board.placed().length === choice.chosen.length && valueOf(prepared, board) >= wanted - EPSILON;
  const available = (delegate: number, round: number) => board.here(delegate, round);
  for (let pass = 0, better = !complete(); pass < PASSES && better; pass++) {
    better = false;
    for (let round = 0; round < prepared.rounds; round++) {
      progress('improving', 0.4 + (0.5 * (pass * prepared.rounds + round)) / (PASSES * prepared.rounds));
      if (rematch({ prepared, board, floors: choice, available }, round, pass)) better = true;
    }
  }

  progress('finishing', 0.95);
  const given = countsOf(prepared, board);
  const unplaced = unplacedMusts(prepared, board);
  const value = valueOf(prepared, board);
  const bound = boundOf(selection, choice, { given, everyMust: unplaced.length === 0 }, solve);
  const seated = seatAtTables(prepared, board);
  const met = new Set(seated.map(({ a, b }) => pairKey(a, b)));
  const schedule: Schedule = {
    meetings: seated,
    value,
    bound,
    optimal: value >= bound - EPSILON,
    // A wish that gave way to others can come true all the same, where one of those found no round.
    unmet: [...unmet, ...unplaced].filter(({ a, b }) => !met.has(pairKey(a, b))),
    lowered: loweredFloors(prepared, asked, given),
    kept: [...earlier].filter(([pair, round]) => board.inRound(round).some((seat) => board.seat(seat).pair === pair))
      .length,
  };
  progress('finishing', 1);
  return schedule;
}

function endsOf({ candidates }: Prepared, pair: number): { pair: number; a: number; b: number } {
  const { a, b } = candidates[pair] ?? { a: -1, b: -1 };
  return { pair, a, b };
}

/** For everyone the floor, or what there are candidates and time for. */
export function askedFloors(prepared: Prepared): { meetings: number[]; good: number[] } {
  const all = new Array<number>(prepared.organisations.length).fill(0);
  const good = new Array<number>(prepared.organisations.length).fill(0);
  for (const { a, b, score } of prepared.candidates)
    for (const one of [a, b]) {
      all[one] = (all[one] ?? 0) + 1;
      if (score >= prepared.goodScore) good[one] = (good[one] ?? 0) + 1;
    }
  const room = prepared.organisations.map((_, one) => capacityOf(prepared, one));
  return {
    meetings: all.map((count, one) => Math.min(prepared.floors.meetings, count, room[one] ?? 0)),
    good: good.map((count, one) => Math.min(prepared.floors.good, count, room[one] ?? 0)),
  };
}

function wholeSelection(prepared: Prepared, floors: Floors, earlier: EarlierRounds): Selection {
  const bonus = new Float64Array(prepared.candidates.length);
  for (const pair of earlier.keys()) bonus[pair] = KEEP;
  return {
    organisations: prepared.organisations.length,
    calendars: calendarsOf(prepared),
    pairs: prepared.candidates,
    ...(earlier.size > 0 && { bonus }),
    goodScore: prepared.goodScore,
    total: totalCapacity(prepared),
    meetings: floors.meetings,
    good: floors.good,
  };
}

/** Where the pairs of the previous schedule were, as far as they may still meet. */
function earlierRounds(prepared: Prepared, { previous = [], rounds }: ScheduleProblem): EarlierRounds {
  const was = new Map(previous.map((meeting) => [pairKey(meeting.a, meeting.b), meeting.round]));
  const earlier = new Map<number, number>();
  for (const [at, { a, b }] of prepared.candidates.entries()) {
    const round = was.get(pairKey(prepared.organisations[a] ?? '', prepared.organisations[b] ?? ''));
    if (round !== undefined && round < rounds) earlier.set(at, round);
  }
  return earlier;
}

const valueOf = (prepared: Prepared, board: Board) =>
  board.placed().reduce((sum, number) => sum + (prepared.candidates[board.seat(number).pair]?.score ?? 0), 0);

function countsOf(prepared: Prepared, board: Board): { meetings: number[]; good: number[] } {
  const meetings = new Array<number>(prepared.organisations.length).fill(0);
  const good = new Array<number>(prepared.organisations.length).fill(0);
  for (const number of board.placed()) {
    const pair = prepared.candidates[board.seat(number).pair];
    if (pair === undefined) continue;
    for (const one of [pair.a, pair.b]) {
      meetings[one] = (meetings[one] ?? 0) + 1;
      if (pair.score >= prepared.goodScore) good[one] = (good[one] ?? 0) + 1;
    }
  }
  return { meetings, good };
}

function unplacedMusts(prepared: Prepared, board: Board): UnmetWish[] {
  const placed = new Set(board.placed().map((number) => board.seat(number).pair));
  return prepared.candidates.flatMap((pair, at) => {
    if (!pair.must || placed.has(at)) return [];
    pair.must = false;
    const [a = '', b = ''] = [prepared.organisations[pair.a], prepared.organisations[pair.b]].sort();
    return [{ a, b, reason: 'not_placed' as const, who: [] }];
  });
}

/** What was given up in placing (a floor, a must) is given up in the bound too, so that it stays one. */
function boundOf(
  selection: Selection,
  choice: Choice,
  { given, everyMust }: { given: Floors; everyMust: boolean },
  solve: Solve,
): number {
  const held = (floor: readonly number[], has: readonly number[]) =>
    floor.map((wanted, one) => Math.min(wanted, has[one] ?? 0));
  const meetings = held(choice.meetings, given.meetings);
  const good = held(choice.good, given.good);
  const same = (one: readonly number[], other: readonly number[]) => one.every((value, at) => value === other[at]);
  if (everyMust && same(meetings, choice.meetings) && same(good, choice.good)) return choice.bound;
  const { bonus: _bonus, ...rest } = selection;
  return choosePairs({ ...rest, meetings, good }, solve).bound;
}

function loweredFloors(prepared: Prepared, asked: Floors, given: Floors): LoweredFloor[] {
  const names = prepared.organisations;
  const below = (floor: 'meetings' | 'good') =>
    names.flatMap((organisation, one) => {
      const [wanted = 0, has = 0] = [asked[floor][one], given[floor][one]];
      return has < wanted ? [{ organisation, floor, asked: wanted, given: has }] : [];
    });
  return [...below('meetings'), ...below('good')];
}
