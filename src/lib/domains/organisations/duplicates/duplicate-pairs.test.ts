/** Likely duplicates are found whatever they share, and nothing is said of those that share nothing. */
import { describe, expect, it } from 'vitest';
import { duplicatePairs, type Comparable } from './duplicate-pairs';
import { nameTokens } from '../similar-name';

const one = (id: string, name: string, facts: Partial<Comparable> = {}): Comparable => ({
  id,
  name,
  kind: 'ngo',
  nameTokens: nameTokens(name),
  websiteHost: null,
  registerNumber: null,
  ...facts,
});

describe('duplicatePairs', () => {
  it('finds the same number, the same web domain and a similar name', () => {
    const pairs = duplicatePairs([
      one('1', 'Clean Rivers Now', { registerNumber: '12345678-90' }),
      one('2', 'Rivières propres', { registerNumber: '12345678-90' }),
      one('3', 'Fair Wages', { websiteHost: 'fair.example' }),
      one('4', 'Equal Pay Network', { websiteHost: 'fair.example' }),
      one('5', 'Réseau Air Pur ASBL'),
      one('6', 'Reseau air pur'),
      one('7', 'Something Else'),
    ]);
    expect(pairs.map(({ a, b, same }) => [a, b, ...same])).toEqual(
      [
        ['5', '6', 'name'],
        ['3', '4', 'website'],
        ['1', '2', 'register'],
      ].sort((x, y) => pairs.findIndex(({ a }) => a === x[0]) - pairs.findIndex(({ a }) => a === y[0])),
    );
    expect(pairs).toHaveLength(3);
  });

  it('names a pair once, with all that it shares, and puts it first', () => {
    const facts = { websiteHost: 'rivers.example', registerNumber: '12345678-90' };
    const pairs = duplicatePairs([
      one('9', 'Green Roofs'),
      one('8', 'Green Roofs asbl'),
      one('2', 'Clean Rivers Now', facts),
      one('1', 'Clean Rivers Now', facts),
    ]);
    expect(pairs[0]).toMatchObject({ a: '1', b: '2', same: ['register', 'website', 'name'] });
    expect(pairs).toHaveLength(2);
  });

  it('never pairs an employer with an NGO', () => {
    expect(duplicatePairs([one('1', 'Blue Sky'), one('2', 'Blue Sky', { kind: 'employer' })])).toEqual([]);
  });
});
