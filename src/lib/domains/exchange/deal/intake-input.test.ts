import { describe, expect, it } from 'vitest';
import { plainDraft, draftTitle, keepDraftForm, readFields } from './intake-draft';
import { intakeForm } from './intake-input';

const promise = { what: 'A day of advice', category: 'knowledge', quantity: '1', unit: 'days', estimate: '800' };
const untouched = { what: '', category: 'hands', quantity: '1', unit: '', estimate: '', period: '' };
const form = { parties: ['Riverbend', 'Quay Bank', ''], legs: [promise, promise, untouched], signed: ['', '', ''] };
const faults = (more: Record<string, unknown>) =>
  intakeForm.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path.join('.'));

describe('the intake form', () => {
  it('takes two sides, a gift, and a ring; rows that nobody touched are no promises', () => {
    expect(intakeForm.parse(form).legs[2]).toBeNull();
    expect(intakeForm.parse({ ...form, legs: [promise, untouched, untouched] }).legs.filter(Boolean)).toHaveLength(1);
    const ring = { parties: ['A', 'B', 'C'], legs: [promise, promise, promise] };
    expect(intakeForm.parse({ ...form, ...ring }).legs.every(Boolean)).toBe(true);
  });

  it('says at the field what is missing', () => {
    expect(faults({ parties: ['Riverbend', '', ''] })).toEqual(['parties.1']);
    expect(faults({ legs: [untouched, untouched, untouched] })).toEqual(['legs.0.what']);
    expect(faults({ legs: [promise, { ...untouched, estimate: '40' }, untouched] })).toEqual([
      'legs.1.what',
      'legs.1.unit',
    ]);
    expect(faults({ legs: [promise, promise, promise] })).toEqual(['parties.2']);
    expect(faults({ parties: ['A', 'B', 'C'] })).toEqual(['legs.2.what']);
    expect(faults({ signing: 'paper', signed: ['Ada', '', ''] })).toEqual(['signed.1']);
    expect(faults({ contactDay: '2027-02-31' })).toEqual(['contactDay']);
  });

  it.each(['-5', '50001', '1e3', '12,5', 'NaN'])('refuses an estimate of "%s"', (estimate) => {
    expect(faults({ legs: [{ ...promise, estimate }, untouched] })).toEqual(['legs.0.estimate']);
  });
});

describe('a draft', () => {
  it('keeps whatever was typed, by field, and shows the sides', () => {
    const fields = plainDraft.parse({ parties: ['Riverbend', 'Quay', ''], legs: [{ what: 'x' }], signing: 'later' });
    expect(fields).toMatchObject({ 'parties.1': ['Quay'], 'legs.0.what': ['x'], signing: ['later'] });
    expect(draftTitle(fields)).toBe('Riverbend ⇄ Quay');
    expect(readFields(JSON.stringify(fields))).toEqual(fields);
    expect(readFields('{nonsense')).toEqual({});
  });

  it('takes no key that could be another’s, and nothing without bounds', () => {
    const key = '0123456789abcdef';
    expect(keepDraftForm.safeParse({ key, fields: { a: ['x'] } }).success).toBe(true);
    expect(keepDraftForm.safeParse({ key: 'short', fields: {} }).success).toBe(false);
    expect(keepDraftForm.safeParse({ key, fields: { a: ['x'.repeat(601)] } }).success).toBe(false);
  });
});
