/** Saved searches: what is kept of an address, and when each is due. */
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '$lib/domains/missions/listing/mission-filters';
import { earliestCheck, filtersToKeep, isDue, nextCheck, queryToKeep, type SavedSearch } from './saved-search';

const clock = { timeZone: 'Europe/Brussels', digestHour: 8 };
const search = (overrides: Partial<SavedSearch> = {}): SavedSearch => ({
  id: 'a',
  name: 'Water',
  query: 'cause=water',
  chosen: NO_FILTERS.chosen,
  rhythm: 'daily',
  createdAt: new Date('2027-01-13T12:00:00Z'),
  from: new Date('2027-01-13T12:00:00Z'),
  checkedAt: new Date('2027-01-13T12:00:00Z'),
  formKey: null,
  ...overrides,
});
const due = (at: string, overrides: Partial<SavedSearch> = {}) => isDue(search(overrides), clock, new Date(at));

describe('what is kept', () => {
  it('is what was chosen, in one order, and not how the list was looked at', () => {
    const kept = (query: string) => {
      const filters = filtersToKeep(query);
      return filters && queryToKeep(filters);
    };
    expect(kept('page=3&sort=newest&show=done&stage=proposal&q=%20water%20&cause=climate&cause=nothing')).toBe(
      'q=water&cause=climate&stage=proposal',
    );
    expect(kept('')).toBe('');
    expect(kept('skill[$ne]=x')).toBeNull();
  });
});

describe('when it is due', () => {
  it('daily the next morning, weekly on Monday, both by the reader’s clock', () => {
    expect([due('2027-01-14T06:59:59Z'), due('2027-01-14T07:00:00Z')]).toEqual([false, true]);
    const weekly = { rhythm: 'weekly' } as const;
    expect([due('2027-01-18T06:59:59Z', weekly), due('2027-01-18T07:00:00Z', weekly)]).toEqual([false, true]);
  });

  it('at any time when it waits for a publication, and never when it is silent', () => {
    expect(due('2027-01-13T12:00:01Z', { rhythm: 'now' })).toBe(true);
    expect(due('2028-01-13T12:00:00Z', { rhythm: 'none' })).toBe(false);
    expect(nextCheck(search({ rhythm: 'now' }), clock)).toBeNull();
  });

  it('at the earliest moment of all', () => {
    const all = [search({ rhythm: 'weekly' }), search(), search({ rhythm: 'none' })];
    expect(earliestCheck(all, clock)?.toISOString()).toBe('2027-01-14T07:00:00.000Z');
    expect(earliestCheck([search({ rhythm: 'none' })], clock)).toBeNull();
  });
});
