import { describe, expect, it } from 'vitest';
import {
  frameOf,
  nextRound,
  roundTimes,
  roundsBetween,
  usualRounds,
  whyNotRounds,
  type RoundSettings,
  minutesLater,
  startAfterGong,
} from './rounds';

const settings: RoundSettings = { rounds: 6, minutes: 10, pause: 5, tables: 20, firstAt: '17:00' };
const edition = {
  startsAt: new Date('2027-03-12T16:00:00Z'),
  endsAt: new Date('2027-03-12T18:00:00Z'),
  timeZone: 'Europe/Brussels',
  capacity: 120,
};
const clock = (at: Date) => at.toISOString().slice(11, 16);

describe('rounds', () => {
  it('follow one another from the first, on the wall clock of the edition', () => {
    const times = roundTimes(frameOf(settings, edition));
    expect(times.map(({ start }) => clock(start))).toEqual(['16:00', '16:15', '16:30', '16:45', '17:00', '17:15']);
    expect(clock(times[0]!.end)).toBe('16:10');
  });

  it('fit between the gongs by themselves', () => {
    const usual = usualRounds(edition);
    expect(usual).toMatchObject({ rounds: 9, minutes: 10, pause: 2, tables: 60, firstAt: '17:00' });
    expect(whyNotRounds(usual, edition)).toBeNull();
  });

  it('are refused before the opening gong and after the closing one', () => {
    expect(whyNotRounds({ ...settings, firstAt: '16:59' }, edition)?.field).toBe('firstAt');
    expect(whyNotRounds({ ...settings, rounds: 9 }, edition)?.field).toBe('rounds');
    // The pause after the last round is nobody's.
    expect(whyNotRounds({ ...settings, rounds: 8, minutes: 10, pause: 5 }, edition)).toBeNull();
  });

  it('are those somebody can sit through', () => {
    const frame = frameOf(settings, edition);
    const here = (from: string | null, until: string | null) => roundsBetween(frame, { from, until }, edition.timeZone);
    expect(here(null, null)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(here('17:15', null)).toEqual([1, 2, 3, 4, 5]);
    expect(here('17:16', '17:55')).toEqual([2, 3]);
    expect(here(null, '17:09')).toEqual([]);
  });

  it('run by the stopwatch through the night on which the clocks change', () => {
    // In Brussels 28 March 2027 jumps from 2:00 to 3:00, and on 31 October 3:00 becomes 2:00 again.
    const spring = { ...edition, startsAt: new Date('2027-03-28T00:30:00Z'), endsAt: new Date('2027-03-28T03:00:00Z') };
    const frame = frameOf({ ...settings, firstAt: '01:45', minutes: 10, pause: 5 }, spring);
    expect(roundTimes(frame).map(({ start }) => clock(start))).toEqual([
      '00:45',
      '01:00',
      '01:15',
      '01:30',
      '01:45',
      '02:00',
    ]);
    // Whoever comes at 3:00 by the clock on the wall misses one round.
    expect(roundsBetween(frame, { from: '03:00', until: null }, spring.timeZone)).toEqual([1, 2, 3, 4, 5]);
    const autumn = { ...edition, startsAt: new Date('2027-10-31T00:00:00Z'), endsAt: new Date('2027-10-31T03:00:00Z') };
    const later = roundTimes(frameOf({ ...settings, firstAt: '02:30', minutes: 30, pause: 0, rounds: 3 }, autumn));
    expect(later.map(({ start }) => clock(start))).toEqual(['00:30', '01:00', '01:30']);
  });

  it('know which comes next, whatever the clock says', () => {
    const frame = frameOf(settings, edition);
    expect(nextRound(frame, new Date('2027-03-12T15:00:00Z'))).toBe(0);
    expect(nextRound(frame, new Date('2027-03-12T16:15:00Z'))).toBe(2);
    expect(nextRound(frame, new Date('2027-03-13T00:00:00Z'))).toBe(6);
  });
});

describe('a gong struck late', () => {
  const startsAt = new Date('2027-03-12T16:10:00Z');
  const planned = new Date('2027-03-12T16:00:00Z');
  const after = (minutes: number, now = startsAt) =>
    startAfterGong({ startsAt: now }, { planned, struck: new Date(planned.getTime() + minutes * 60_000) }, startsAt);

  it('keeps the distance to the first round, in whole minutes', () => {
    expect(after(25)?.toISOString()).toBe('2027-03-12T16:35:00.000Z');
    expect(after(24.4)?.toISOString()).toBe('2027-03-12T16:35:00.000Z');
    expect(minutesLater({ startsAt: after(25)! }, startsAt)).toBe(25);
  });

  it('asks for nothing when it was struck in time, early or a little late, or the rounds have moved already', () => {
    for (const minutes of [-60, 0, 1.9]) expect(after(minutes)).toBeNull();
    expect(after(25, new Date('2027-03-12T16:35:00Z'))).toBeNull();
  });
});
