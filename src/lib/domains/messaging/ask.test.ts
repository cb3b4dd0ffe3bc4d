/** Questions that ask for an answer by a day: open, answered, settled, and when somebody is reminded. */
import { describe, expect, it } from 'vitest';
import { askReminder, isOpenAsk, newAsk, owedBy, whyNotAsk } from './ask';
import { closeAskForm, messageForm } from './thread';

const ask = { day: '2027-03-28', doneAt: null, doneBy: null, reminded: [] };
const message = (id: string, side: 'ngo' | 'volunteer', more: object = {}) => ({ id, side, text: id, ...more });

describe('a question', () => {
  it('is owed by the other side until a message answers it or somebody settles it', () => {
    const first = message('a', 'ngo', { ask });
    const sooner = message('b', 'ngo', { ask: { ...ask, day: '2027-03-20' } });
    const settled = message('c', 'ngo', { ask: { ...ask, doneAt: new Date() } });
    const answer = message('d', 'volunteer', { answers: ['a'] });
    expect(owedBy([first, sooner, settled], 'volunteer').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(owedBy([first, sooner, settled, answer], 'volunteer').map(({ id }) => id)).toEqual(['b']);
    expect(owedBy([first, sooner], 'ngo')).toEqual([]);
    expect(isOpenAsk([answer], answer)).toBe(false);
  });

  it('is for a day from today to a year ahead', () => {
    expect(whyNotAsk('2027-03-27', '2027-03-28')).toBe('message_refusal_past');
    expect(whyNotAsk('2029-03-28', '2027-03-28')).toBe('message_refusal_far');
    expect(whyNotAsk('2027-03-28', '2027-03-28')).toBeNull();
  });

  it('is reminded of on the day before, also across a change of clocks, and once when it is late', () => {
    expect(askReminder(ask, '2027-03-26')).toBeNull();
    expect(askReminder(ask, '2027-03-27')).toBe('before');
    expect(askReminder({ ...ask, reminded: ['before'] }, '2027-03-28')).toBeNull();
    expect(askReminder({ ...ask, reminded: ['before'] }, '2027-03-29')).toBe('overdue');
    expect(askReminder({ ...ask, reminded: ['before', 'overdue'] }, '2027-05-29')).toBeNull();
    expect(newAsk('2027-03-29', '2027-03-28').reminded).toEqual(['before']);
    expect(newAsk('2027-03-30', '2027-03-28').reminded).toEqual([]);
  });
});

it('the form takes a message without a day and without answers, and no made-up ids', () => {
  expect(messageForm.parse({ text: 'Hello' })).toEqual({ text: 'Hello', answerBy: null, answers: [] });
  expect(messageForm.parse({ text: 'Hello', answers: [''] }).answers).toEqual([]);
  expect(messageForm.safeParse({ text: 'Hello', answers: ['x'] }).success).toBe(false);
  expect(messageForm.safeParse({ text: 'Hello', answerBy: '2027-02-30' }).success).toBe(false);
  expect(closeAskForm.safeParse({ message: '$ne' }).success).toBe(false);
});
