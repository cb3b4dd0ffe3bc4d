/** Pairs get rounds: with one round more than anybody has meetings in any graph (Vizing), with none more on two sides (König). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../prepared';
import { problemSchema } from '../problem';
import { Board } from './board';
import { insertByFan } from './vizing';
import { placePairs } from './place-pairs';

const graph = (sides: boolean) =>
  fc.integer({ min: 2, max: 14 }).chain((count) => {
    const ends = Array.from({ length: count }, (_, a) => Array.from({ length: count }, (__, b) => [a, b] as const));
    const possible = ends.flat().filter(([a, b]) => a < b && (!sides || (a % 2 === 0) !== (b % 2 === 0)));
    return fc.record({ count: fc.constant(count), edges: fc.subarray(possible, { minLength: 1 }), spare: fc.nat(2) });
  });

function floorOf(count: number, edges: (readonly [number, number])[], extra: number, tables = count) {
  const degree = new Array<number>(count).fill(0);
  for (const edge of edges) for (const one of edge) degree[one] = (degree[one] ?? 0) + 1;
  const names = degree.map((_, at) => `o${String(at).padStart(2, '0')}`);
  const prepared = prepare(
    problemSchema.parse({
      organisations: names.map((id) => ({ id, side: 'both' })),
      delegates: names.map((id) => ({ id, organisations: [id] })),
      rounds: Math.max(...degree) + extra,
      tables,
      scores: edges.map(([a, b]) => ({ a: names[a], b: names[b], score: 0.5 })),
      musts: [],
      vetoes: [],
      floors: { meetings: 0, good: 0 },
    }),
  );
  const seats = prepared.candidates.map(({ a, b }, pair) => ({ pair, one: a, other: b }));
  return { prepared, seats, board: new Board(prepared) };
}

describe('placing', () => {
  it('finds a round for every pair of any graph with one round to spare, by fans alone', () => {
    fc.assert(
      fc.property(graph(false), ({ count, edges }) => {
        const { seats, board } = floorOf(count, edges, 1);
        for (const seat of seats) expect(insertByFan(board, board.add(seat))).toBe(true);
        expect(board.placed()).toHaveLength(seats.length);
        for (const number of board.placed())
          for (const person of [board.seat(number).one, board.seat(number).other])
            expect(board.at(person, board.roundOf(number))).toBe(number);
      }),
      { numRuns: 300 },
    );
  });

  it('needs no round to spare on two sides, and evens the rounds out to just enough tables', () => {
    fc.assert(
      fc.property(graph(true), ({ count, edges, spare }) => {
        const rounds = floorOf(count, edges, spare).prepared.rounds;
        const tables = Math.ceil(edges.length / rounds);
        const { prepared, seats, board } = floorOf(count, edges, spare, tables);
        placePairs(prepared, board, seats);
        expect(board.placed()).toHaveLength(edges.length);
        for (let round = 0; round < rounds; round++) expect(board.load(round)).toBeLessThanOrEqual(tables);
      }),
      { numRuns: 300 },
    );
  });
});
