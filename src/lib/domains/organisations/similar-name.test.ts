import { describe, expect, it } from 'vitest';
import { SIMILAR_FROM, nameSimilarity, nameTokens } from './similar-name';

describe('nameTokens', () => {
  it('leaves out accents, legal forms and little words', () => {
    expect(nameTokens('Réseau pour l’Air Pur ASBL')).toEqual(['reseau', 'lair', 'pur']);
    expect(nameTokens('The Clean Air Network, e.V.')).toEqual(['clean', 'air', 'network']);
  });

  it('keeps something of a name made of little words only', () => {
    expect(nameTokens('The Association')).toEqual(['the', 'association']);
  });

  it('reads other scripts', () => {
    expect(nameTokens('Чист въздух')).toHaveLength(2);
  });
});

describe('nameSimilarity', () => {
  it.each([
    ['Clean Air Network', 'The Clean Air Network asbl'],
    ['Clean Air Network', 'Network for Clean Air'],
    ['Clean Air Network', 'Clean Air Netwrok'],
    ['Stichting Schone Lucht', 'Schone Lucht'],
    ['Réseau Air Pur', 'Reseau Air Pur'],
  ])('finds %s and %s alike', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(SIMILAR_FROM);
    expect(nameSimilarity(b, a)).toBe(nameSimilarity(a, b));
  });

  it.each([
    ['Clean Air Network', 'Clean Water Network'],
    ['Clean Air Network', 'Clean Air Now'],
    ['European Forum of Nurses', 'European Forum of Farmers'],
    ['Tax Justice Lab', 'Patients First'],
  ])('tells %s from %s', (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(SIMILAR_FROM);
  });

  it('is 0 for nothing', () => {
    expect(nameSimilarity('', 'Clean Air')).toBe(0);
  });
});
