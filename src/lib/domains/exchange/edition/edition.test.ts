import { describe, expect, it } from 'vitest';
import { CATEGORIES, isThere, mayActAs, stepsFrom, whyNotSettings } from './edition';
import { editionForm } from './edition-input';

const form = {
  name: 'Exchange floor Ghent',
  city: 'Ghent',
  venue: 'Town hall',
  day: '2027-03-28',
  startTime: '01:30',
  endTime: '03:30',
  timeZone: 'Europe/Brussels',
  mode: 'both',
  categories: ['hands', 'knowledge'],
  offerColour: 'teal',
  requestColour: 'orange',
  reciprocity: 'encouraged',
  dealsPerRequest: '5',
  capacity: '120',
};

describe('the form of an edition', () => {
  it('reads times in the zone of the edition, also on the night when clocks change', () => {
    const { startsAt, endsAt } = editionForm.parse(form);
    expect(startsAt.toISOString()).toBe('2027-03-28T00:30:00.000Z');
    // From 1:30 to 3:30 is one hour that night.
    expect(endsAt.toISOString()).toBe('2027-03-28T01:30:00.000Z');
    const lisbon = editionForm.parse({ ...form, timeZone: 'Europe/Lisbon', day: '2027-07-01' });
    expect(lisbon.startsAt.toISOString()).toBe('2027-07-01T00:30:00.000Z');
  });

  it('refuses an end before the beginning, no category, an unknown zone and an absurd capacity', () => {
    for (const wrong of [
      { endTime: '01:00' },
      { categories: [] },
      { timeZone: 'Mars/Olympus' },
      { capacity: '100000' },
      { startTime: '25:00' },
      { day: '2027-02-31x' },
    ])
      expect(editionForm.safeParse({ ...form, ...wrong }).success).toBe(false);
  });
});

describe('phases', () => {
  it('lead from set-up to results, and let the floor open again', () => {
    expect(stepsFrom('draft')).toEqual(['open_registration']);
    expect(stepsFrom('closed')).toEqual(['open_registration', 'open_floor']);
    expect(stepsFrom('floor_open')).toEqual(['close_floor']);
    expect(stepsFrom('floor_closed')).toEqual(['open_floor', 'begin_aftercare']);
    expect(stepsFrom('results')).toEqual([]);
    expect(isThere('floor_open', 'open_floor')).toBe(true);
  });
});

describe('settings', () => {
  const now = { state: 'open' as const, places: 40, reciprocity: 'off' as const, categories: [...CATEGORIES] };
  const next = {
    startsAt: new Date('2027-03-01T16:00:00Z'),
    endsAt: new Date('2027-03-01T18:00:00Z'),
    capacity: 40,
    reciprocity: 'off' as const,
    categories: [...CATEGORIES],
  };
  it('may not take away a place or category that somebody has', () => {
    expect(whyNotSettings(next, now)).toBeNull();
    expect(whyNotSettings({ ...next, capacity: 39 }, now)?.field).toBe('capacity');
    expect(whyNotSettings({ ...next, categories: ['hands'] }, now)?.field).toBe('categories');
    expect(whyNotSettings({ ...next, reciprocity: 'required' }, { ...now, state: 'floor_open' })?.field).toBe(
      'reciprocity',
    );
  });
});

describe('roles', () => {
  it('let an organiser stand in for everybody, and nobody else for another', () => {
    for (const needed of ['organiser', 'matchmaker', 'broker', 'notary', 'valuer'] as const)
      expect(mayActAs(['organiser'], needed)).toBe(true);
    expect(mayActAs(['broker'], 'notary')).toBe(false);
    expect(mayActAs(['notary'], 'valuer')).toBe(true);
    expect(mayActAs([], 'broker')).toBe(false);
  });
});
