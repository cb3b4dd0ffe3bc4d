import { describe, expect, it } from 'vitest';
import { newId } from '$lib/shared/ids';
import { readParty } from './party-text';

const river = { id: newId(), name: 'Riverbend Alliance', delegates: [newId(), newId()] };
const [, ada = ''] = river.delegates;
const known = [river, { id: newId(), name: 'École des Quais' }, { id: newId(), name: 'River Bank' }];
const badge = (slug: string, id: string) => `https://floor.example/exchange/${slug}/door?code=${id}.aB3-x_9Zk1`;

describe('a side of a deal', () => {
  it('is found by its name in any spelling, its beginning, or a part that no other has', () => {
    for (const text of ['Riverbend Alliance', ' riverbend  alliance ', 'riverb', 'alliance'])
      expect(readParty(text, 'ghent', known)).toMatchObject({ party: river });
    expect(readParty('ecole des quais', 'ghent', known)).toMatchObject({ party: { name: 'École des Quais' } });
  });

  it('is asked for again, by name, when several could be meant, and when there is none', () => {
    expect(readParty('river', 'ghent', known)).toEqual({
      reason: 'intake_refusal_party_many',
      names: ['Riverbend Alliance', 'River Bank'],
    });
    expect(readParty('Nobody', 'ghent', known)).toMatchObject({ reason: 'intake_refusal_party_none' });
    expect(readParty(' ', 'ghent', known)).toMatchObject({ reason: 'intake_refusal_party_none' });
  });

  it('is found by its badge, and not by one of another edition', () => {
    expect(readParty(badge('ghent', ada), 'ghent', known)).toEqual({ party: river, by: 'badge' });
    expect(readParty(`${ada}.aB3-x_9Zk1`, 'ghent', known)).toEqual({ party: river, by: 'badge' });
    expect(readParty(badge('lille', ada), 'ghent', known)).toMatchObject({ reason: 'intake_refusal_badge_other' });
    expect(readParty(badge('ghent', newId()), 'ghent', known)).toMatchObject({
      reason: 'intake_refusal_badge_unknown',
    });
  });
});
