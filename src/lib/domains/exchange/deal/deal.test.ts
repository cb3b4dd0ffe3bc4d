import { describe, expect, it } from 'vitest';
import {
  DEAL_STATES,
  ESTIMATE_MAX,
  giftLeft,
  mayStep,
  partiesOf,
  samenessOf,
  unsignedParties,
  valueOf,
  whyNotLegs,
  type Leg,
} from './deal';

const leg = (giver: string, receiver: string, more: Partial<Leg> = {}): Leg => ({
  giver,
  receiver,
  what: 'Three hours of advice',
  category: 'knowledge',
  quantity: 3,
  unit: 'hours',
  period: '',
  estimate: 300,
  requestId: null,
  ...more,
});
const ring = [leg('a', 'b'), leg('b', 'c'), leg('c', 'a')];

describe('legs', () => {
  it('give back directly, or in a ring of three', () => {
    expect(whyNotLegs([leg('a', 'b'), leg('b', 'a')], 'required')).toBeNull();
    expect(whyNotLegs(ring, 'required')).toBeNull();
    expect(partiesOf(ring)).toEqual(['a', 'b', 'c']);
    expect(valueOf(ring)).toBe(900);
  });

  it('refuse what gives nothing back where that is required', () => {
    expect(whyNotLegs([leg('a', 'b')], 'required')).toBe('deal_refusal_gift');
    expect(whyNotLegs([leg('a', 'b')], 'encouraged')).toBeNull();
    expect(whyNotLegs([leg('a', 'b')], 'off')).toBeNull();
  });

  it('refuse a chain that does not close, oneself, and too many', () => {
    expect(whyNotLegs([leg('a', 'b'), leg('b', 'c')], 'off')).toBe('deal_refusal_not_a_ring');
    expect(whyNotLegs([leg('a', 'b'), leg('a', 'b')], 'off')).toBe('deal_refusal_not_a_ring');
    expect(whyNotLegs([leg('a', 'b'), leg('b', 'a'), leg('c', 'a')], 'off')).toBe('deal_refusal_not_a_ring');
    expect(whyNotLegs([leg('a', 'a')], 'off')).toBe('deal_refusal_same_party');
    expect(whyNotLegs([], 'off')).toBe('deal_refusal_legs');
    expect(whyNotLegs([...ring, leg('a', 'c')], 'off')).toBe('deal_refusal_legs');
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, ESTIMATE_MAX + 1])('refuse an estimate of %s', (estimate) => {
    expect(whyNotLegs([leg('a', 'b', { estimate }), leg('b', 'a')], 'off')).toBe('deal_refusal_estimate');
  });
});

describe('a ring', () => {
  it('needs every signature', () => {
    expect(unsignedParties(ring, [{ registrationId: 'a' }, { registrationId: 'c' }])).toEqual(['b']);
    expect(
      unsignedParties(
        ring,
        ['a', 'b', 'c'].map((registrationId) => ({ registrationId })),
      ),
    ).toEqual([]);
  });

  it('leaves a gift between the two who stay, unless something must come back', () => {
    expect(giftLeft(ring, 'c', 'encouraged')).toEqual([leg('a', 'b')]);
    expect(giftLeft(ring, 'a', 'off')).toEqual([leg('b', 'c')]);
    expect(giftLeft(ring, 'c', 'required')).toBeNull();
    expect(giftLeft([leg('a', 'b'), leg('b', 'a')], 'a', 'off')).toBeNull();
  });
});

describe('states', () => {
  it('let a notary register only what both sides confirmed', () => {
    expect(DEAL_STATES.filter((state) => mayStep(state, 'register'))).toEqual(['confirmed']);
  });

  it('let nothing happen to what was rejected', () => {
    const steps = ['check', 'sign', 'register', 'reject', 'done', 'edit', 'withdraw'] as const;
    expect(steps.filter((step) => mayStep('rejected', step))).toEqual([]);
  });
});

describe('the same deal', () => {
  it('is known by who gives what to whom, in any order and spelling', () => {
    const one = [leg('a', 'b', { what: 'Één workshop!' }), leg('b', 'a')];
    const two = [leg('b', 'a'), leg('a', 'b', { what: 'een  Workshop' })];
    expect(samenessOf('e', one)).toBe(samenessOf('e', two));
    expect(samenessOf('f', one)).not.toBe(samenessOf('e', two));
  });
});
