/** Lists of partners for before the day: the best pairs, with nobody left out and nobody crowding the others out. Pure. */
import { z } from 'zod';
import type { Solve } from './linear-model';
import { prepare } from './prepared';
import { problemSchema, type Progress } from './problem';
import { choosePairs } from './selection/choose-pairs';

/** Everyone is shown on at least and at most so many lists. */
export const SHOWN = { least: 5, most: 15 };

export const suggestionInputSchema = z.strictObject({
  organisations: problemSchema.shape.organisations,
  scores: problemSchema.shape.scores,
  vetoes: problemSchema.shape.vetoes,
  least: z.int().min(0).max(100).default(SHOWN.least),
  most: z.int().min(1).max(100).default(SHOWN.most),
});
export type SuggestionInput = z.infer<typeof suggestionInputSchema>;

export interface Suggestions {
  /** For every organisation its partners, the best first. A pair stands on both lists. */
  lists: { organisation: string; partners: { organisation: string; score: number }[] }[];
  value: number;
  bound: number;
  /** Who is shown fewer times than `least`, because there are no more candidates. */
  short: { organisation: string; shown: number }[];
}

export function suggestPartners(input: SuggestionInput, solve: Solve, progress: Progress = () => {}): Suggestions {
  progress('reading', 0);
  const prepared = prepare({
    ...input,
    delegates: input.organisations.map(({ id }) => ({ id, organisations: [id] })),
    rounds: 1,
    tables: 1,
    musts: [],
    floors: { meetings: 0, good: 0 },
    goodScore: 1,
  });
  const { organisations, candidates } = prepared;
  const partners = new Array<number>(organisations.length).fill(0);
  for (const { a, b } of candidates) for (const one of [a, b]) partners[one] = (partners[one] ?? 0) + 1;
  progress('choosing', 0.2);
  const { chosen, bound } = choosePairs(
    {
      organisations: organisations.length,
      calendars: organisations.map((_, one) => ({ capacity: input.most, organisations: [one] })),
      pairs: candidates,
      goodScore: Infinity,
      total: Infinity,
      meetings: partners.map((count) => Math.min(input.least, input.most, count)),
      good: partners.map(() => 0),
    },
    solve,
  );
  const lists = organisations.map((organisation) => ({
    organisation,
    partners: [] as { organisation: string; score: number }[],
  }));
  let value = 0;
  for (const at of chosen) {
    const pair = candidates[at];
    if (pair === undefined) continue;
    value += pair.score;
    for (const [one, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const)
      lists[one]?.partners.push({ organisation: organisations[other] ?? '', score: pair.score });
  }
  for (const list of lists)
    list.partners.sort((x, y) => y.score - x.score || (x.organisation < y.organisation ? -1 : 1));
  progress('finishing', 1);
  const short = lists.flatMap((list) =>
    list.partners.length < input.least ? [{ organisation: list.organisation, shown: list.partners.length }] : [],
  );
  return { lists, value, bound, short };
}
