/** Wishes that cannot be fulfilled are named with the reason, and how well an offer serves a request can be checked. */
import { describe, expect, it } from 'vitest';
import { buildSkillGraph } from '../../skills/graph';
import { bestMatching } from './placing/best-matching';
import { prepare } from './prepared';
import { problemSchema, type ScheduleInput } from './problem';
import { unmetWishText } from './schedule-words';
import { mutualScore, withWishes } from './scoring/score-pairs';
import { serves, type ExchangeItem } from './scoring/serves';

const floor: ScheduleInput = {
  organisations: [
    { id: 'bakery', side: 'offer' },
    { id: 'bank', side: 'offer' },
    { id: 'choir', side: 'request' },
    { id: 'river', side: 'request' },
    { id: 'scouts', side: 'both' },
  ],
  delegates: [
    { id: 'ann', organisations: ['bakery', 'scouts'], present: [0, 1] },
    { id: 'ben', organisations: ['bank'] },
    { id: 'cem', organisations: ['choir'], present: [2] },
    { id: 'dia', organisations: ['river'], present: [] },
  ],
  rounds: 3,
  tables: 2,
  scores: [{ a: 'bank', b: 'choir', score: 0.9 }],
  musts: [],
  vetoes: [{ a: 'choir', b: 'bank' }],
  floors: { meetings: 0, good: 0 },
};

describe('wishes that cannot be fulfilled', () => {
  it.each([
    ['bank', 'choir', 'vetoed', []],
    ['bank', 'river', 'not_present', ['river']],
    ['bakery', 'choir', 'never_together', []],
    ['bakery', 'scouts', 'same_person', []],
    ['bakery', 'bank', 'same_side', []],
  ])('%s must meet %s: %s', (a, b, reason, who) => {
    const prepared = prepare(problemSchema.parse({ ...floor, musts: [{ a: b, b: a }] }));
    expect(prepared.unmet).toEqual([{ a, b, reason, who }]);
    expect(prepared.candidates.filter(({ must }) => must)).toEqual([]);
    const name = (id: string) => id.toUpperCase();
    for (const locale of ['en', 'fr', 'nl'] as const)
      expect(unmetWishText(prepared.unmet[0] as never, name, locale)).toContain(a.toUpperCase());
  });

  it('refuses names that are not listed, and rounds that do not exist', () => {
    const wrong = { ...floor, delegates: [{ id: 'eve', organisations: ['nobody'], present: [3] }] };
    const problems = problemSchema.safeParse(wrong).error?.issues.map(({ message }) => message);
    expect(problems).toEqual([
      'delegate eve stands for an organisation that is not listed',
      'delegate eve is there in a round that does not exist',
    ]);
  });
});

describe('how well an offer serves a request', () => {
  const item = (some: Partial<ExchangeItem>): ExchangeItem => ({
    category: 'knowledge',
    title: '',
    text: '',
    skills: [],
    place: '',
    quantity: 1,
    unit: '',
    period: '',
    ...some,
  });
  const graph = buildSkillGraph([
    { slug: 'eu-law', broader: [], related: [] },
    { slug: 'competition-law', broader: ['eu-law'], related: [] },
  ]);

  it('counts the corner, the best of skills and words, and what is known of place and time', () => {
    const request = item({ title: 'Un avis juridique', skills: ['eu-law'], place: 'Liège' });
    const offer = item({ title: 'Avis juridiques', skills: ['competition-law'], place: 'liege, Belgique' });
    const { score, reasons } = serves(offer, request, graph);
    // 0.3 for the corner and 0.7 of 1 - 0.6 ** 4: two words that stand in both titles; that is more than the skill's 0.7.
    expect(score).toBeCloseTo(0.3 + 0.7 * (1 - 0.6 ** 4), 9);
    expect(reasons).toEqual([
      { kind: 'category', category: 'knowledge' },
      { kind: 'skill', asked: 'eu-law', held: 'competition-law', fraction: 0.7 },
      { kind: 'words', words: ['avis', 'juridique'] },
      { kind: 'place', same: true },
    ]);
    expect(serves({ ...offer, place: 'Gent' }, request, graph).score).toBeCloseTo(0.8 * score, 9);
  });

  it('is nothing where neither corner, skill nor word is shared', () => {
    expect(serves(item({ title: 'Ten chairs', category: 'means' }), item({ title: 'A lawyer' }), graph)).toEqual({
      score: 0,
      reasons: [],
    });
  });

  it('takes the geometric mean of both ways, as strictly as the organiser asks', () => {
    expect(mutualScore(0.9, 0.4, 'required')).toBeCloseTo(0.6, 9);
    expect(mutualScore(0.9, 0, 'required')).toBe(0);
    expect(mutualScore(0.9, 0, 'encouraged')).toBeCloseTo(0.3, 9);
    expect(mutualScore(0.9, 0, 'off')).toBe(0.9);
    expect(withWishes(0.6, 1)).toBeCloseTo(0.7, 9);
    expect(withWishes(0, 2)).toBeLessThan(1);
  });
});

describe('the best matching', () => {
  it('gives up the best pair where two others are worth more, and keeps it where only one fits', () => {
    const edges = [
      { left: 0, right: 0, worth: 1 },
      { left: 0, right: 1, worth: 0.8 },
      { left: 1, right: 0, worth: 0.7 },
    ];
    expect(bestMatching(2, 2, edges, 2)).toEqual([1, 2]);
    expect(bestMatching(2, 2, edges, 1)).toEqual([0]);
  });
});
