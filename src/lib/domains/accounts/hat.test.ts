/** Which hat is on, and where the doors of the front page lead. */
import { describe, expect, it } from 'vitest';
import { firstStep, intentOfDoor, INTENTS } from './account';
import { firstHat, hatOn, isHat } from './hat';

const hats = [{ key: 'volunteer' }, { key: 'ngo:zero' }, { key: 'ngo:other' }];

describe('hats', () => {
  it('begin with what one came for', () => {
    expect(firstHat({ platformRoles: ['moderator'], intent: 'offers_help' })).toBe('moderator');
    expect(firstHat({ platformRoles: [], intent: 'offers_help' })).toBe('volunteer');
    expect(firstHat({ platformRoles: [], intent: 'needs_help' })).toBeNull();
  });

  it('stay as chosen while one has them, and fall back to the organisation, then to the volunteer', () => {
    expect(hatOn(hats, 'volunteer')?.key).toBe('volunteer');
    expect(hatOn(hats, 'ngo:left-it')?.key).toBe('ngo:zero');
    expect(hatOn([{ key: 'volunteer' }], null)?.key).toBe('volunteer');
    expect(hatOn([], null)).toBeUndefined();
  });

  it('are known by their shape', () => {
    for (const hat of ['volunteer', 'moderator', 'ngo:zero', 'staff:firm-1']) expect(isHat(hat)).toBe(true);
    for (const hat of ['', 'ngo:', 'ngo:A', 'admin', 'ngo:x/../y', '__proto__']) expect(isHat(hat)).toBe(false);
  });
});

describe('the doors of the front page', () => {
  it('choose what one comes for, and nothing that an object has by birth', () => {
    expect(intentOfDoor('ngo')).toBe('needs_help');
    expect(intentOfDoor('volunteer')).toBe('offers_help');
    expect(intentOfDoor('employer')).toBe('sponsors');
    for (const door of [null, '', 'x', 'constructor', '__proto__']) expect(intentOfDoor(door)).toBeNull();
  });

  it('lead each kind to its own first step', () => {
    expect(INTENTS.map(firstStep)).toEqual(['/organisations/new', '/profile', '/employer/new', '/account/welcome']);
  });
});
