/** RESULT-001..: awards follow from the register. */
import { describe, expect, it } from 'vitest';
import { awardsOf, type AwardDeal } from './awards';
import { isShown, whyNotStory, type StoryFacts } from './story';

const leg = (giver: string, receiver: string, category: string, estimate: number) => ({
  ...{ giver, receiver, category, estimate },
  what: 'help',
});
const DEALS: AwardDeal[] = [
  { number: 2, legs: [leg('Mill', 'Choir', 'hands', 900), leg('Choir', 'Mill', 'network', 100)] },
  { number: 1, legs: [leg('Bakery', 'Choir', 'means', 200), leg('Choir', 'Bakery', 'network', 150)] },
  {
    number: 3,
    legs: [
      leg('Mill', 'Bakery', 'space', 300),
      leg('Bakery', 'Choir', 'means', 300),
      leg('Choir', 'Mill', 'hands', 400),
    ],
  },
];

describe('awards', () => {
  it('RESULT-001 are the same whatever the order of the register', () => {
    const awards = awardsOf(DEALS);
    expect(awardsOf(DEALS.toReversed())).toEqual(awards);
    expect(awards).toEqual([
      { kind: 'first', winners: ['Bakery', 'Choir'], figure: 350, number: 1 },
      { kind: 'largest', winners: ['Choir', 'Mill'], figure: 1000, number: 2 },
      { kind: 'busiest', winners: ['Choir'], figure: 3, number: null },
      { kind: 'widest', winners: ['Choir', 'Mill'], figure: 2, number: null },
      { kind: 'ring', winners: ['Bakery', 'Choir', 'Mill'], figure: 1000, number: 3 },
    ]);
  });

  it('RESULT-002 are not given where there is nothing to win by', () => {
    expect(awardsOf([])).toEqual([]);
    expect(awardsOf(DEALS.slice(1, 2)).map(({ kind }) => kind)).toEqual(['first', 'largest']);
  });
});

describe('stories', () => {
  const story: StoryFacts = { consents: [{ registrationId: 'a' }, { registrationId: 'b' }] };

  it('RESULT-003 are shown with the consent of every side only', () => {
    expect(isShown(story, ['a', 'b'])).toBe(true);
    expect(isShown(story, ['a', 'b', 'c'])).toBe(false);
    expect(isShown({ consents: [] }, [])).toBe(false);
  });

  it('RESULT-004 are told of registered deals that were not given up', () => {
    expect(whyNotStory('confirmed')).toBe('story_refusal_state');
    expect(whyNotStory('infeasible')).toBe('story_refusal_state');
    expect(whyNotStory('done')).toBeNull();
  });
});
