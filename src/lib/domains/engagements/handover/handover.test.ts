/** Until when somebody is looked for, to begin with and as the NGO says. */
import { describe, expect, it } from 'vitest';
import { DAY } from '$lib/shared/dates';
import { searchDay, whyNotUntil } from './handover';

const now = new Date('2027-03-12T09:00:00Z');
const in_ = (days: number) => new Date(now.getTime() + days * DAY);

describe('the search for whoever goes on', () => {
  it('begins with the mission’s deadline, or a fortnight where that is nearer or over', () => {
    expect(searchDay(in_(30), now)).toBe('2027-04-11');
    expect(searchDay(in_(3), now)).toBe('2027-03-26');
    expect(searchDay(in_(-9), now)).toBe('2027-03-26');
  });

  it('ends with the deadline or later, and needs a day of its own once that has passed', () => {
    expect(whyNotUntil(null, in_(1), now)).toBeNull();
    expect(whyNotUntil(null, in_(-1), now)).toBe('handover_refusal_until');
    expect(whyNotUntil(in_(30), in_(30), now)).toBeNull();
    expect(whyNotUntil(in_(29), in_(30), now)).toBe('mission_error_deadline_earlier');
    expect(whyNotUntil(in_(-1), in_(-2), now)).toBe('mission_error_deadline_past');
    expect(whyNotUntil(in_(9), in_(-2), now)).toBeNull();
    expect(whyNotUntil(in_(2000), in_(-2), now)).toBe('mission_error_deadline_far');
  });
});
