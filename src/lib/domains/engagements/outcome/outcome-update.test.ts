/** When an NGO is asked whether there was a reply, and what it may add. */
import { describe, expect, it } from 'vitest';
import { DAY } from '$lib/shared/dates';
import { lastTold, replyReminderDue, whyNotUpdate } from './outcome-update';

const toldAt = new Date('2027-01-01T12:00:00Z');
const after = (days: number) => new Date(toldAt.getTime() + days * DAY);
const asked = (days: number, reminded: string[] = [], reply: 'none' | 'acknowledged' | 'followed' = 'none') =>
  replyReminderDue({ reply, toldAt, reminded }, after(days));

describe('a question about the reply', () => {
  it('comes after thirty, ninety and a hundred and eighty days without news, once each', () => {
    expect(asked(29)).toBeNull();
    expect(asked(30)).toBe(30);
    expect(asked(31, ['reply_30'])).toBeNull();
    expect(asked(90, ['reply_30'])).toBe(90);
    expect(asked(400, ['reply_30', 'reply_90'])).toBe(180);
    expect(asked(400, ['reply_180'])).toBeNull();
  });

  it('is one question after a long silence, not three', () => {
    expect(asked(200)).toBe(180);
  });

  it('is for replies that decide nothing, counted from the last word', () => {
    expect(asked(30, [], 'acknowledged')).toBe(30);
    expect(asked(30, [], 'followed')).toBeNull();
    expect(lastTold(toldAt, [{ at: after(3) }, { at: after(9) }])).toEqual(after(9));
    expect(lastTold(toldAt, [])).toEqual(toldAt);
  });
});

it('an update tells of a day that has been, and no reply has no day', () => {
  expect(whyNotUpdate({ reply: 'followed', replyDay: '2027-03-02' }, '2027-03-01')).toBe('outcome_refusal_reply_ahead');
  expect(whyNotUpdate({ reply: 'none', replyDay: '2027-03-01' }, '2027-03-01')).toBe('outcome_refusal_no_reply_day');
  expect(whyNotUpdate({ reply: 'followed', replyDay: '2027-03-01' }, '2027-03-01')).toBeNull();
  expect(whyNotUpdate({ reply: 'none', replyDay: null }, '2027-03-01')).toBeNull();
});
