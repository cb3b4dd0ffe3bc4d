/** Small groups stay hidden, periods are what they say, and the file holds what the page shows. */
import { describe, expect, it } from 'vitest';
import { countBySteps, hideSmallParts, medianFor, rowsOf, scarcest, unlessFew, type PlatformFigures } from './figures';
import { daysIn, instantsOf, lastDays, monthsOf, periodOf } from './period';

const now = new Date('2027-03-12T10:00:00Z');
const period = (query: string) => periodOf(new URLSearchParams(query), now);

describe('periodOf', () => {
  it.each([
    ['', '2026-12-13', '2027-03-12'],
    ['from=2027-01-01&to=2027-02-28', '2027-01-01', '2027-02-28'],
    ['from=2027-02-28&to=2027-01-01', '2027-01-01', '2027-02-28'],
    ['from=2027-02-30&to=junk', '2026-12-13', '2027-03-12'],
    ['from=1900-01-01&to=2027-03-12', '2024-03-09', '2027-03-12'],
    ['from=2030-01-01', '2030-01-01', '2030-01-01'],
  ])('%j is %s to %s', (query, from, to) => {
    expect(period(query)).toEqual({ from, to });
  });

  it('holds both days whole, and every month it touches', () => {
    expect(instantsOf({ from: '2027-03-01', to: '2027-03-02' })).toEqual({
      from: new Date('2027-03-01T00:00:00Z'),
      until: new Date('2027-03-03T00:00:00Z'),
    });
    expect(daysIn(lastDays(30, now))).toBe(30);
    expect(monthsOf({ from: '2026-11-30', to: '2027-02-01' })).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });
});

describe('small groups', () => {
  it('hides what rests on one to four people', () => {
    expect([0, 1, 4, 5].map((people) => unlessFew(people, people))).toEqual([0, null, null, 5]);
  });

  it('hides a second part when the first could be reckoned from the rest', () => {
    expect(hideSmallParts([3, 40, 9])).toEqual([null, 40, null]);
    expect(hideSmallParts([3, 2, 9])).toEqual([null, null, 9]);
    expect(hideSmallParts([0, 40, 9])).toEqual([0, 40, 9]);
    expect(hideSmallParts([3, 0, 0])).toEqual([null, 0, 0]);
  });

  it('has a median of five people, not of one person five times', () => {
    const row = (personId: string, value: number) => ({ personId, value });
    expect(medianFor(['a', 'b', 'c', 'd', 'e'].map((id, at) => row(id, at)))).toBe(2);
    expect(medianFor([1, 2, 3, 4, 5, 6].map((value) => row('a', value)))).toBeNull();
  });
});

describe('figures', () => {
  it('put everybody in one step', () => {
    expect(countBySteps([0, 0, 1, 2, 3, 10, 11, 400])).toEqual([2, 2, 1, 1, 2]);
  });

  it('name the skill that is scarcest for what is asked', () => {
    const skill = (slug: string, seats: number, people: number | null) => ({ slug, label: slug, seats, people });
    expect(scarcest([skill('a', 4, 40), skill('b', 9, 9), skill('c', 0, 0)])?.slug).toBe('b');
    expect(scarcest([skill('a', 4, 6), skill('b', 1, null)])?.slug).toBe('b');
    expect(scarcest([])).toBeNull();
  });

  it('are in the file as on the page, hidden ones without a value', () => {
    const figures: PlatformFigures = {
      months: ['2027-03'],
      skills: [{ slug: 'eu-law', label: 'EU law', seats: 3, people: null }],
      skillsAsked: 1,
      scarcest: null,
      applications: { total: 12, byMonth: [12] },
      reply: { medianHours: 20.5, byMonth: [null], unanswered: 0 },
      match: { medianDays: 6, total: null, byMonth: [null] },
      completion: { rate: 0.8, begun: 10, done: 8, endedEarly: null },
      fairness: null,
    };
    expect(rowsOf(figures)).toContainEqual({ figure: 'people_with_skill', of: 'eu-law', value: null });
    expect(rowsOf(figures)).toContainEqual({ figure: 'first_reply_median_hours', of: 'period', value: 20.5 });
  });
});
