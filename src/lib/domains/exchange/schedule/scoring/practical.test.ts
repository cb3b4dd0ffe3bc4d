import { describe, expect, it } from 'vitest';
import { coveredShare, unitKey } from './amounts';
import { monthsOf } from './periods';
import { serves, type ExchangeItem } from './serves';

describe('the months that a period means', () => {
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  it.each([
    ['March', [2]],
    ['two Saturdays in May', [4]],
    ['before June', [0, 1, 2, 3, 4]],
    ['avant l’été', [0, 1, 2, 3, 4]],
    ['voor de zomer', [0, 1, 2, 3, 4]],
    ['au printemps', [2, 3, 4]],
    ['à l’automne', [8, 9, 10]],
    ['mai ou octobre', [4, 9]],
    ['from March to May', [2, 3, 4]],
    ['de mars à mai', [2, 3, 4]],
    ['maart t/m mei', [2, 3, 4]],
    ['maart – mei', [2, 3, 4]],
    ['mid-May', [4]],
    ['vanaf september', [8, 9, 10, 11]],
    ['dès septembre', [8, 9, 10, 11]],
    ['jusqu’en mars', [0, 1, 2]],
    ['until the end of March', [0, 1, 2]],
    ['in winter', [0, 1, 11]],
    ['november tot februari', [0, 1, 10, 11]],
    ['before January', [0]],
    ['toute l’année', all],
    ['het hele jaar', all],
  ])('%s', (text, months) => expect(monthsOf(text)).toEqual(months));

  it.each(['', 'à convenir', 'once a year', 'on weekdays', 'every evening'])('is not known of "%s"', (text) =>
    expect(monthsOf(text)).toBeNull(),
  );
});

describe('how much of what is asked an offer covers', () => {
  it('compares what is counted in the same unit, in three languages, and nothing else', () => {
    expect(coveredShare({ quantity: 3, unit: 'heures' }, { quantity: 6, unit: 'hours' })).toBe(0.5);
    expect(coveredShare({ quantity: 12, unit: 'uren' }, { quantity: 6, unit: 'heures' })).toBe(1);
    expect(coveredShare({ quantity: 2, unit: 'laptops' }, { quantity: 6, unit: 'laptop' })).toBeCloseTo(1 / 3);
    expect(coveredShare({ quantity: 3, unit: 'hours' }, { quantity: 6, unit: 'days' })).toBeNull();
    expect(coveredShare({ quantity: 3, unit: '' }, { quantity: 6, unit: '' })).toBeNull();
    expect(unitKey('Soirées')).toBe(unitKey('avonden'));
  });
});

describe('time and amount in a score', () => {
  const item = (some: Partial<ExchangeItem>): ExchangeItem => ({
    ...{ category: 'hands', title: 'Painting', text: '', skills: [], place: '' },
    ...{ quantity: 4, unit: 'hours', period: 'May' },
    ...some,
  });
  const score = (offer: Partial<ExchangeItem>) => serves(item(offer), item({}), new Map()).score;

  it('take together a fifth of it, in equal parts, and are said as reasons', () => {
    const whole = score({});
    expect(score({ period: 'October' })).toBeCloseTo(0.9 * whole, 9);
    expect(score({ quantity: 1 })).toBeCloseTo(0.925 * whole, 9);
    expect(score({ period: 'to agree', unit: 'days' })).toBeCloseTo(whole, 9);
    expect(serves(item({ quantity: 1 }), item({}), new Map()).reasons.slice(-2)).toEqual([
      { kind: 'period', meets: true },
      { kind: 'amount', offered: 1, asked: 4, unit: 'hours' },
    ]);
  });
});
