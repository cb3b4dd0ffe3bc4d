import { describe, expect, it } from 'vitest';
import { mostMusts, namedClashes, pairsToMeet, whyNotWish, wishFor, withWish, type WishRefusal } from './wishes';
import type { Wish } from './registration';

const must = (of: string): Wish => ({ of, kind: 'must' });

describe('a wish', () => {
  it('takes the place of an earlier one about the same organisation, and can be taken back', () => {
    const once = withWish([], 'b', 'must');
    const changed = withWish(once, 'b', 'no');
    expect(changed).toEqual([{ of: 'b', kind: 'no' }]);
    expect(wishFor(changed, 'b')).toBe('no');
    expect(withWish(changed, 'b', null)).toEqual([]);
  });

  it('may insist as often as there are rounds, and not on meeting oneself', () => {
    const refusal = (wishes: Wish[], wish: Wish): WishRefusal | null => whyNotWish('a', wishes, wish, 2);
    expect(refusal([must('b')], must('c'))).toBeNull();
    expect(refusal([must('b'), must('c')], must('d'))).toBe('wish_refusal_musts');
    expect(refusal([must('b'), must('c')], must('c'))).toBeNull();
    expect(refusal([must('b'), must('c')], { of: 'd', kind: 'meet' })).toBeNull();
    expect(refusal([], must('a'))).toBe('wish_refusal_self');
    expect(mostMusts({ mode: 'rounds', rounds: 9 })).toBe(9);
    expect(mostMusts({ mode: 'mingling', rounds: 9 })).toBe(6);
  });
});

describe('a no', () => {
  it('wins over a must of the other side, which the organiser reads by name', () => {
    const all = [
      { id: 'a', name: 'Anvil', wishes: [must('b'), must('c')] },
      { id: 'b', name: 'Beech', wishes: [{ of: 'a', kind: 'no' as const }] },
      { id: 'c', name: 'Cedar', wishes: [] },
    ];
    expect(pairsToMeet(all)).toEqual({ musts: [['a', 'c']], vetoes: [['a', 'b']] });
    expect(namedClashes(all)).toEqual([{ must: 'Anvil', no: 'Beech' }]);
  });
});
