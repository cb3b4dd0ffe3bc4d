/** Wall-clock deadlines across summer time, and which reminder is due when. */
import { describe, expect, it } from 'vitest';
import { DAY } from '$lib/shared/dates';
import { dayIn, instantIn, reminderDue, timeIn, whyNotDeadline, whyNotExtend } from './deadline';

describe('a deadline in Brussels', () => {
  it('is an hour ahead of UTC in winter and two in summer', () => {
    expect(instantIn('2027-01-15', '18:00').toISOString()).toBe('2027-01-15T17:00:00.000Z');
    expect(instantIn('2027-07-15', '18:00').toISOString()).toBe('2027-07-15T16:00:00.000Z');
  });

  it('survives the nights on which the clocks change', () => {
    expect(instantIn('2027-03-28', '02:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(instantIn('2027-10-31', '02:30').toISOString()).toBe('2027-10-31T00:30:00.000Z');
    expect(instantIn('2027-03-28', '12:00').toISOString()).toBe('2027-03-28T10:00:00.000Z');
  });

  it('comes back as the day and time that were typed', () => {
    for (const day of ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01'])
      for (const time of ['00:00', '03:15', '12:00', '23:59'])
        expect([dayIn(instantIn(day, time)), timeIn(instantIn(day, time))]).toEqual([day, time]);
  });
});

describe('reminders', () => {
  const deadline = new Date('2027-03-12T17:00:00Z');
  const mission = { deadline, publishedAt: new Date('2027-01-01T00:00:00Z'), remindersSent: [] as number[] };
  const before = (days: number) => new Date(deadline.getTime() - days * DAY);

  it('are due seven and two days before, once each, and never late', () => {
    expect(reminderDue(mission, before(8))).toBeNull();
    expect(reminderDue(mission, before(7))).toBe(7);
    expect(reminderDue({ ...mission, remindersSent: [7] }, before(6))).toBeNull();
    expect(reminderDue({ ...mission, remindersSent: [7] }, before(2))).toBe(2);
    expect(reminderDue(mission, before(1))).toBe(2);
    expect(reminderDue({ ...mission, remindersSent: [2] }, before(1))).toBeNull();
    expect(reminderDue(mission, before(0))).toBeNull();
  });

  it('are not sent for a week that was never there', () => {
    expect(reminderDue({ ...mission, publishedAt: before(5) }, before(4))).toBeNull();
    expect(reminderDue({ ...mission, publishedAt: before(5) }, before(2))).toBe(2);
    expect(reminderDue({ ...mission, publishedAt: null }, before(2))).toBeNull();
  });
});

describe('moving a deadline', () => {
  const now = new Date('2027-01-01T00:00:00Z');
  const at = (days: number) => new Date(now.getTime() + days * DAY);

  it('is allowed away from people, within three years', () => {
    expect(whyNotExtend(at(10), at(20), now)).toBeNull();
    expect(whyNotExtend(at(20), at(10), now)).toBe('mission_error_deadline_earlier');
    expect(whyNotExtend(at(-20), at(-10), now)).toBe('mission_error_deadline_past');
    expect(whyNotDeadline(at(2000), now)).toBe('mission_error_deadline_far');
  });
});
