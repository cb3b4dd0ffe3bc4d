/** The address of the list, the bands, and an order that gives nobody the first place for long. */
import { describe, expect, it } from 'vitest';
import { DRAWS, drawsOf, orderOfDay } from './daily-order';
import {
  chosenCount,
  hoursBand,
  HOURS_OF,
  NO_FILTERS,
  queryOf,
  readFilters,
  without,
  workingLanguages,
} from './volunteer-filters';

const read = (query: string) => readFilters(new URLSearchParams(query)) ?? NO_FILTERS;

describe('filters in the address', () => {
  it('survive being written and read again', () => {
    const query = '?q=air&skill=eu-law&skill=drafting&language=fr&country=BE&hours=more&track=retired&page=3';
    expect(queryOf(read(query))).toBe(query);
    expect(queryOf(NO_FILTERS)).toBe('');
    expect(chosenCount(read(query))).toBe(6);
    expect(queryOf(without(read(query), 'skill', 'eu-law'))).toBe(
      '?q=air&skill=drafting&language=fr&country=BE&hours=more&track=retired',
    );
  });

  it('keep only what is on the lists, and clamp', () => {
    expect(read('track=popular&country=ATLANTIS&hours=3&language=xx&skill=A%20b&page=0')).toEqual(NO_FILTERS);
    expect(read('page=999999').page).toBe(500);
    expect(read('page=-1').page).toBe(1);
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(120);
    for (const name of ['skill[$gt]', 'q[$ne]', '$where', 'track[]'])
      expect(readFilters(new URLSearchParams([[name, 'x']]))).toBeNull();
  });
});

describe('bands', () => {
  it('agree with the bounds that the database is asked for', () => {
    for (let hours = 1; hours <= 60; hours++) {
      const band = hoursBand(hours);
      const { least, most } = HOURS_OF[band ?? '2'];
      expect(hours).toBeGreaterThanOrEqual(least);
      expect(hours).toBeLessThanOrEqual(most);
    }
    expect([hoursBand(0), hoursBand(null)]).toEqual([null, null]);
  });

  it('count a language to work in from B2', () => {
    const spoken = [
      { code: 'fr', level: 'C2' },
      { code: 'nl', level: 'B2' },
      { code: 'de', level: 'B1' },
    ] as const;
    expect(workingLanguages(spoken)).toEqual(['fr', 'nl']);
  });
});

describe('the order of the day', () => {
  it('has fourteen turns, then begins again', () => {
    const turn = (day: number) => JSON.stringify(orderOfDay(new Date(day * 86_400_000)));
    const turns = Array.from({ length: 14 }, (_, day) => turn(20_000 + day));
    expect(new Set(turns).size).toBe(14);
    expect(turn(20_014)).toBe(turns[0]);
  });

  it('gives each a fair share of the first tenth', () => {
    const ids = Array.from({ length: 400 }, (_, i) => `0123456789abcdef${String(i).padStart(4, '0')}`);
    const firsts = new Map<string, number>();
    for (const draw of DRAWS) {
      const order = [...ids].sort((a, b) => drawsOf(a)[draw] - drawsOf(b)[draw]);
      for (const id of [...order.slice(0, 40), ...order.slice(-40)]) firsts.set(id, (firsts.get(id) ?? 0) + 1);
    }
    // In fourteen days: 1.4 times each on average; nobody has it most days, and most people have it at least once.
    expect(Math.max(...firsts.values())).toBeLessThanOrEqual(7);
    expect(firsts.size).toBeGreaterThan(280);
  });
});
