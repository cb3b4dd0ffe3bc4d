/** Sponsored and own time: what counts for whom, and that the two always add up. */
import { describe, expect, it } from 'vitest';
import type { HoursState, HoursTime } from './hours';
import { isSponsored, mayChooseTime, timeOf, verifiedByTime, type WorkSponsor } from './sponsored-time';

const sponsor: WorkSponsor = {
  employer: 'Halden Moor',
  state: 'approved',
  minutes: 120,
  usedMinutes: 0,
  fromDay: '2027-03-10',
};
const entry = (day: string, time: HoursTime | null, minutes = 60, state: HoursState = 'verified') => ({
  ...{ day, time, minutes, state },
});

describe('an entry', () => {
  it('is the sponsor’s when it says so and its day is that of the approval or later', () => {
    expect(isSponsored(entry('2027-03-10', 'sponsored'), '2027-03-10')).toBe(true);
    expect(isSponsored(entry('2027-03-09', 'sponsored'), '2027-03-10')).toBe(false);
    expect(isSponsored(entry('2027-03-11', 'own'), '2027-03-10')).toBe(false);
    expect(isSponsored(entry('2027-03-11', null), '2027-03-10')).toBe(false);
    expect(isSponsored(entry('2027-03-11', 'sponsored'), null)).toBe(false);
  });

  it('waits while nobody has decided, and says nothing where there never was a sponsor', () => {
    const asked = { ...sponsor, state: 'requested' as const, fromDay: null };
    expect(timeOf(entry('2027-03-11', 'sponsored'), asked)).toBe('waiting');
    expect(timeOf(entry('2027-03-11', 'own'), asked)).toBe('own');
    expect(timeOf(entry('2027-03-09', 'sponsored'), sponsor)).toBe('own');
    expect(timeOf(entry('2027-03-11', 'own'), null)).toBeNull();
    expect([asked, sponsor, { ...sponsor, state: 'ended' as const }, null].map(mayChooseTime)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('verified hours', () => {
  const entries = [
    entry('2027-03-09', 'sponsored', 30),
    entry('2027-03-10', 'sponsored', 100),
    entry('2027-03-11', 'sponsored', 50),
    entry('2027-03-12', 'own', 15),
    entry('2027-03-12', 'sponsored', 600, 'logged'),
    entry('2027-03-12', 'sponsored', 600, 'rejected'),
  ];
  it('are sponsored up to what was approved; the rest is her own, and the two add up', () => {
    expect(verifiedByTime(entries, sponsor)).toEqual({ sponsored: 120, own: 75 });
    expect(verifiedByTime(entries, { ...sponsor, minutes: 600 })).toEqual({ sponsored: 150, own: 45 });
    expect(verifiedByTime(entries, null)).toEqual({ sponsored: 0, own: 195 });
  });
  it('from before there was a choice are her own, unless the employer has counted them', () => {
    const { time: _, ...old } = entry('2027-03-11', 'sponsored', 90);
    expect(isSponsored(old, '2027-03-10')).toBe(false);
    expect(timeOf(old, sponsor)).toBe('own');
    expect(verifiedByTime([old], sponsor)).toEqual({ sponsored: 0, own: 90 });
    expect(verifiedByTime([old], { ...sponsor, usedMinutes: 60 })).toEqual({ sponsored: 60, own: 30 });
    expect(verifiedByTime([old], { ...sponsor, state: 'ended', usedMinutes: 120 })).toEqual({ sponsored: 90, own: 0 });
  });
  it('stay after the end as the employer counted them', () => {
    expect(verifiedByTime(entries, { ...sponsor, state: 'ended', usedMinutes: 100 })).toEqual({
      sponsored: 100,
      own: 95,
    });
  });
});
