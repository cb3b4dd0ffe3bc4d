import { describe, expect, it } from 'vitest';
import { delegatesAway, delegatesHere, isInHall, presenceOf } from './arrival';

const at = new Date('2027-03-12T16:00:00Z');
const one = { _id: 'r1', delegates: [{ id: 'a' }, { id: 'b' }], checkedInAt: at, leftAt: null, away: ['b'] };

describe('who is in the hall', () => {
  it('is whoever came with an organisation that is there', () => {
    expect([delegatesHere(one), delegatesAway(one), isInHall(one)]).toEqual([['a'], ['b'], true]);
    const gone = { ...one, leftAt: at };
    expect([delegatesHere(gone), delegatesAway(gone), isInHall(gone)]).toEqual([[], [], false]);
    expect(isInHall({ ...one, checkedInAt: null })).toBe(false);
    // The last one out takes the organisation along.
    expect(isInHall({ ...one, away: ['a', 'b'] })).toBe(false);
    const { away: _away, ...before } = one;
    expect(delegatesHere(before)).toEqual(['a', 'b']);
  });

  it('and nobody waits for those who left, or who will not come', () => {
    const left = { ...one, _id: 'r2', delegates: [{ id: 'c' }], leftAt: at, away: [] };
    const late = { ...one, _id: 'r3', delegates: [{ id: 'd' }], checkedInAt: null, away: [] };
    const { here, gone } = presenceOf([one, left, late], ['b', 'r3']);
    expect([...here]).toEqual(['a']);
    expect([...gone].sort()).toEqual(['b', 'c', 'd', 'r3']);
  });
});
