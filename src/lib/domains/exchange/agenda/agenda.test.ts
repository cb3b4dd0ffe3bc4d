import { describe, expect, it } from 'vitest';
import type { Meeting } from '../schedule/problem';
import { agendaOfPerson, announce, standing, touchedBy } from './agenda';
import { roundsOf, speakersOf } from './people';
import { busyRounds, roundsNow, withRepair } from './repair-marks';
import type { Frame } from './rounds';

const frame: Frame = { rounds: 4, minutes: 10, pause: 5, tables: 5, startsAt: new Date('2027-03-12T16:00:00Z') };
const meeting = (round: number, a: string, b: string, table = 0): Meeting => ({
  ...{ round, table, a, b },
  delegateA: `${a}1`,
  delegateB: `${b}1`,
});
const delegate = (id: string, email = '', from: string | null = null, until: string | null = null) => ({
  ...{ id, email, from, until },
  name: id,
  isPublic: id !== 'd3',
});

describe('speakers', () => {
  it('are one person where the address is the same, with one calendar and the more careful wish about her name', () => {
    const speakers = speakersOf([
      { _id: 'r2', delegates: [delegate('d3', 'ANA@x.example', '17:30'), delegate('d4')] },
      { _id: 'r1', delegates: [delegate('d1', 'ana@x.example', null, '17:20'), delegate('d2')] },
    ]);
    expect(speakers.map(({ key, registrations }) => [key, registrations])).toEqual([
      ['d1', ['r1', 'r2']],
      ['d2', ['r1']],
      ['d4', ['r2']],
    ]);
    expect(speakers[0]?.isPublic).toBe(false);
    expect(roundsOf(speakers[0]!, frame, 'Europe/Brussels')).toEqual([0, 2, 3]);
  });
});

describe('an agenda', () => {
  const announced = announce([meeting(2, 'b', 'a'), meeting(0, 'a', 'c', 3), meeting(1, 'b', 'c')]);

  it('shows each meeting from her side, in order', () => {
    const lines = agendaOfPerson(announced, frame, 'a1');
    expect(lines.map(({ round, own, other, otherPerson, table }) => [round, own, other, otherPerson, table])).toEqual([
      [0, 'a', 'c', 'c1', 3],
      [2, 'a', 'b', 'b1', 0],
    ]);
    expect(lines[1]?.start.toISOString()).toBe('2027-03-12T16:30:00.000Z');
  });

  it('says whose meetings a new plan changes', () => {
    const before = [meeting(0, 'a', 'b'), meeting(1, 'c', 'd')];
    expect(touchedBy(before, [meeting(0, 'b', 'a'), meeting(2, 'c', 'd')])).toEqual(['c', 'd']);
    expect(touchedBy(before, before)).toEqual([]);
  });

  it('keeps every line through a repair and marks what is new', () => {
    const at = new Date('2027-03-12T16:12:00Z');
    const is = { ...meeting(2, 'b', 'a'), delegateA: 'b2' };
    const repair = {
      meetings: [],
      value: 1,
      added: [meeting(1, 'a', 'd', 1)],
      replaced: [{ was: meeting(2, 'b', 'a'), is }],
      cancelled: [meeting(1, 'b', 'c')],
    };
    const after = withRepair(announced, repair, at);
    expect(after.map(({ round, a, b, mark }) => [round, a, b, mark])).toEqual([
      [0, 'a', 'c', null],
      [1, 'b', 'c', 'cancelled'],
      [1, 'a', 'd', 'new'],
      [2, 'b', 'a', 'colleague'],
    ]);
    expect(standing(after)).toHaveLength(3);
    // A second repair leaves what the first called off as it is.
    expect(withRepair(after, { ...repair, added: [], replaced: [] }, new Date(0))[1]?.changedAt).toEqual(at);
  });
});

describe('presence on the day', () => {
  const speaker = (key: string) => ({ key, ids: [key] });
  const presence = {
    here: new Set(['here']),
    gone: new Set(['gone']),
    busy: busyRounds([
      { ...meeting(1, 'x', 'y'), delegateA: 'late' },
      { ...meeting(3, 'x', 'z'), delegateA: 'late' },
    ]),
  };
  const all = [0, 1, 2, 3];
  it('waits for who is expected in her announced meetings after this round, and for nobody who is gone', () => {
    expect(roundsNow(presence, speaker('here'), all, 1)).toEqual(all);
    expect(roundsNow(presence, speaker('late'), all, 1)).toEqual([0, 3]);
    expect(roundsNow(presence, speaker('gone'), all, 1)).toEqual([0]);
  });
});
