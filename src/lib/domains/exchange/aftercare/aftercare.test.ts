/** CARE-001..: when sides are asked, who is silent, and what an answer does. */
import { describe, expect, it } from 'vitest';
import {
  addressees,
  aftercareDue,
  fulfilmentOf,
  movesDeal,
  sidesDisagree,
  silentParties,
  type CaredDeal,
} from './aftercare';

const BEGAN = new Date('2027-03-12T19:00:00Z');
const after = (days: number) => new Date(BEGAN.getTime() + days * 86_400_000);
const deal = (changes: Partial<CaredDeal> = {}): CaredDeal => ({
  state: 'registered',
  parties: ['a', 'b'],
  registeredAt: BEGAN,
  asked: [],
  answers: [],
  ...changes,
});

describe('what is due', () => {
  it('CARE-001 is a word before the first contact, then a question on day 14, 90 and 365', () => {
    expect(aftercareDue(deal(), after(9))).toBeNull();
    expect(aftercareDue(deal(), after(10))).toEqual({ days: 10, kind: 'contact' });
    expect(aftercareDue(deal({ state: 'contacted' }), after(10))).toBeNull();
    expect(aftercareDue(deal({ asked: [10] }), after(14))).toEqual({ days: 14, kind: 'ask' });
    expect(aftercareDue(deal({ asked: [10, 14, 21] }), after(90))).toEqual({ days: 90, kind: 'ask' });
    expect(aftercareDue(deal({ asked: [14, 90] }), after(365))).toEqual({ days: 365, kind: 'ask' });
  });

  it('CARE-002 is asked once, never of what is over or was not registered', () => {
    expect(aftercareDue(deal({ asked: [14] }), after(15))).toBeNull();
    for (const state of ['done', 'infeasible', 'rejected', 'confirmed'] as const)
      expect(aftercareDue(deal({ state }), after(20)), state).toBeNull();
    expect(aftercareDue(deal({ registeredAt: null }), after(20))).toBeNull();
  });

  it('CARE-003 after a pause is only the latest question', () => {
    expect(aftercareDue(deal(), after(400))).toEqual({ days: 372, kind: 'ask' });
    expect(aftercareDue(deal({ asked: [372] }), after(500))).toBeNull();
  });

  it('CARE-004 is put again after a week, to who did not answer', () => {
    const answered = deal({ asked: [14], answers: [{ registrationId: 'a', step: 'in_progress', at: after(13) }] });
    expect(silentParties(answered)).toEqual(['b']);
    expect(aftercareDue(answered, after(21))).toEqual({ days: 21, kind: 'remind' });
    expect(addressees(answered, 'remind')).toEqual(['b']);
    expect(addressees(answered, 'ask')).toEqual(['a', 'b']);
    const both = [...answered.answers, { registrationId: 'b', step: 'contacted' as const, at: after(20) }];
    expect(aftercareDue(deal({ asked: [14], answers: both }), after(21))).toBeNull();
    // What was said on day 13 is no answer to the question of day 90.
    expect(silentParties({ ...answered, asked: [14, 90] })).toEqual(['a', 'b']);
    expect(silentParties(deal())).toEqual([]);
  });
});

describe('answers', () => {
  it('CARE-005 move the deal as far as its state allows; the organiser’s call settles it', () => {
    expect(movesDeal('registered', 'done', 'link')).toBe(true);
    expect(movesDeal('done', 'infeasible', 'account')).toBe(false);
    expect(movesDeal('done', 'infeasible', 'phone')).toBe(true);
    expect(movesDeal('confirmed', 'done', 'phone')).toBe(false);
    expect(movesDeal('done', 'done', 'phone')).toBe(false);
  });

  it('CARE-006 that contradict each other are seen', () => {
    expect(sidesDisagree([{ step: 'done' }, { step: 'infeasible' }])).toBe(true);
    expect(sidesDisagree([{ step: 'done' }, { step: 'in_progress' }])).toBe(false);
    expect(sidesDisagree([])).toBe(false);
  });
});

it('CARE-007 counts fulfilment over the deals whose end is known', () => {
  // Dordrecht, 2019.
  const states = [
    ...Array<'done'>(134).fill('done'),
    ...Array<'in_progress'>(113).fill('in_progress'),
    ...Array<'infeasible'>(38).fill('infeasible'),
    ...Array<'never_contacted'>(7).fill('never_contacted'),
  ];
  const { total, counts, share } = fulfilmentOf(states);
  expect([total, counts.running]).toEqual([292, 113]);
  expect(share).toBeCloseTo(0.749, 3);
  expect(fulfilmentOf(['registered', 'rejected', 'drafted'])).toMatchObject({ total: 1, share: null });
});
