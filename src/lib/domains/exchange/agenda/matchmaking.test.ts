import { describe, expect, it } from 'vitest';
import { ringKey, whoHasNothing, type FloorFacts } from './matchmaking';

const at = (minute: number) => new Date(Date.UTC(2027, 2, 12, 16, minute));
const facts = (change: Partial<FloorFacts> = {}): FloorFacts => ({
  openedAt: at(0),
  registrations: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, checkedInAt: id === 'd' ? null : at(index * 10 - 5) })),
  deals: [],
  lists: new Map([['a', ['b', 'c', 'd'].map((organisation) => ({ organisation, score: 0.5 }))]]),
  attempts: [],
  ...change,
});
const ids = (change: Partial<FloorFacts> = {}) => whoHasNothing(facts(change)).map(({ id }) => id);

describe('who has nothing yet', () => {
  it('is in the hall, in no deal, the longest wait first, counted from the gong', () => {
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(whoHasNothing(facts())[0]?.since).toEqual(at(0));
    expect(ids({ deals: [['a', 'c']] })).toEqual(['b']);
  });

  it('comes later once she was spoken to', () => {
    expect(ids({ attempts: [{ kind: 'seen', members: ['a'], at: at(20) }] })).toEqual(['b', 'c', 'a']);
  });

  it('is proposed people in the hall only, those with nothing first, nobody twice', () => {
    const partners = (change: Partial<FloorFacts> = {}) => whoHasNothing(facts(change))[0]?.partners;
    expect(partners()).toEqual(['b', 'c']);
    expect(partners({ deals: [['b', 'x']] })).toEqual(['c', 'b']);
    expect(
      whoHasNothing(facts({ attempts: [{ kind: 'pair', members: ['b', 'a'], at: at(1) }] })).find(
        ({ id }) => id === 'a',
      )?.partners,
    ).toEqual(['c']);
  });
});

describe('a ring', () => {
  it('is the same whoever is named first, and another in the other direction', () => {
    expect(ringKey(['b', 'c', 'a'])).toBe(ringKey(['a', 'b', 'c']));
    expect(ringKey(['a', 'c', 'b'])).not.toBe(ringKey(['a', 'b', 'c']));
  });
});
