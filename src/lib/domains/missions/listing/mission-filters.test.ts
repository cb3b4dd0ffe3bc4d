/** The address of the list: read with an allow-list, clamped, and written back the same. */
import { describe, expect, it } from 'vitest';
import { chipsOf, hiddenFields } from './chips';
import {
  chosenCount,
  hoursBands,
  NO_FILTERS,
  queryOf,
  readFilters,
  sortInForce,
  weekOf,
  weeksOf,
  without,
} from './mission-filters';

const read = (query: string) => readFilters(new URLSearchParams(query)) ?? NO_FILTERS;

describe('filters in the address', () => {
  it('survive being written and read again', () => {
    const query =
      '?q=air&skill=eu-law&skill=python-r&cause=climate&place=remote&place=BE&hours=more&deadline=month&sort=newest&page=3';
    expect(queryOf(read(query))).toBe(query);
    expect(queryOf(NO_FILTERS)).toBe('');
    expect(chosenCount(read(query))).toBe(7);
  });

  it('keep only what is on the lists', () => {
    const wild = read(
      'cause=crime&cause=climate&cause=climate&language=xx&place=ATLANTIS&hours=1&sort=price&show=all&page=0',
    );
    expect(wild).toEqual({ ...NO_FILTERS, chosen: { ...NO_FILTERS.chosen, cause: ['climate'] } });
    expect(read('page=-5').page).toBe(1);
    expect(read('page=1e6').page).toBe(1);
    expect(read('page=999999').page).toBe(500);
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(120);
    for (const name of ['skill[$gt]', 'q[$ne]', '$where', 'cause[]'])
      expect(readFilters(new URLSearchParams([[name, 'x']]))).toBeNull();
  });

  it('lose one choice and go back to the first page', () => {
    const less = without(read('skill=eu-law&skill=python-r&page=4'), 'skill', 'eu-law');
    expect(queryOf(less)).toBe('?skill=python-r');
  });

  it('become chips that take one choice away, and fields that a search carries along', () => {
    const filters = read('q=air&cause=climate&cause=nature&deadline=week&show=done&sort=newest&page=2');
    const options = { ...NO_FILTERS.chosen, cause: [{ value: 'climate', label: 'Climate' }] } as never;
    const chips = chipsOf(filters, options);
    expect(chips.map((chip) => chip.label)).toEqual(['Climate', 'nature', 'This week', 'Finished, with outcome']);
    expect(chips.map((chip) => queryOf(chip.left))[0]).toBe('?q=air&cause=nature&deadline=week&show=done&sort=newest');
    expect(hiddenFields(filters).map(({ name, value }) => `${name}=${value}`)).toEqual([
      'cause=climate',
      'cause=nature',
      'deadline=week',
      'show=done',
      'sort=newest',
    ]);
  });

  it('sort by deadline, or by relevance once something is searched', () => {
    expect(sortInForce(read(''))).toBe('deadline');
    expect(sortInForce(read('q=air'))).toBe('relevance');
    expect(sortInForce(read('q=air&sort=deadline'))).toBe('deadline');
    expect(sortInForce(read('sort=relevance'))).toBe('deadline');
  });
});

describe('bands and weeks', () => {
  it('put each role’s hours in one band', () => {
    expect(hoursBands([5, 6, 15, 16, 30, 31, 60, 61].map((hours) => ({ hours })))).toEqual([
      '5',
      '15',
      '30',
      '60',
      'more',
    ]);
    expect(hoursBands([{ hours: null }])).toEqual([]);
  });

  it('begin weeks on Monday', () => {
    const [sunday, monday] = [new Date('2027-03-14T23:59:59Z'), new Date('2027-03-15T00:00:00Z')];
    expect(weekOf(monday)).toBe(weekOf(sunday) + 1);
    expect(weekOf(new Date('1970-01-04T12:00:00Z'))).toBe(0);
    expect(weekOf(new Date('1970-01-05T00:00:00Z'))).toBe(1);
    expect(weeksOf('month', monday)).toHaveLength(5);
    expect(weeksOf('week', monday)).toEqual([weekOf(monday)]);
  });
});
