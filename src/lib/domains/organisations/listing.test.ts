import { describe, expect, it } from 'vitest';
import { listingOf, listingQuery, withoutChoice } from './listing';

const of = (query: string) => listingOf(new URLSearchParams(query));

describe('listingOf', () => {
  it('reads what was chosen', () => {
    expect(of('q= air &cause=climate&cause=health&country=BE&page=3')).toEqual({
      text: 'air',
      causes: ['climate', 'health'],
      countries: ['BE'],
      page: 3,
    });
  });

  it.each(['page=-1', 'page=0', 'page=1e6', 'page=abc', 'page='])('clamps %s', (query) => {
    expect(of(query).page).toBe(1);
  });

  it('leaves out what it does not know', () => {
    expect(of('cause=%24gt&country=XX&cause[$gt]=1&page=999999')).toMatchObject({
      causes: [],
      countries: [],
      page: 500,
    });
    expect(of(`q=${'x'.repeat(500)}`).text).toHaveLength(120);
  });
});

describe('listingQuery', () => {
  it('comes back to the same list', () => {
    const query = '?q=air&cause=climate&country=BE&page=2';
    expect(listingQuery(of(query))).toBe(query);
    expect(listingQuery(of(''))).toBe('');
  });

  it('takes one choice away and begins at the first page', () => {
    expect(listingQuery(withoutChoice(of('cause=climate&country=BE&page=2'), 'climate'))).toBe('?country=BE');
  });
});
