/** The conflict check: what clashes, what is only experience, and when somebody may ask for names. */
import { describe, expect, it } from 'vitest';
import type { Interest } from '$lib/domains/volunteers/volunteer';
import { clashingKinds, screen, whyNotCheck } from './screening';

const against = {
  opposingParties: ['Société Générale des Eaux', '12345678-90'],
  file: { kind: 'procedure' as const, reference: '2022/0347(COD)', title: '', url: null },
};
const interest = (kind: Interest['kind'], name: string): Interest => ({ kind, name, until: null });

describe('clashingKinds', () => {
  it('meets names whatever their accents and capitals', () => {
    expect(clashingKinds([interest('client', 'societe generale des eaux')], against)).toEqual(['client']);
    expect(clashingKinds([interest('register', '12345678-90')], against)).toEqual(['register']);
    expect(clashingKinds([interest('file', '2022/0347(cod)')], against)).toEqual(['file']);
    expect(clashingKinds([interest('client', 'Générale')], against)).toEqual([]);
  });

  it('takes work on a file for experience where there is no other side', () => {
    const alone = { ...against, opposingParties: [] };
    expect(clashingKinds([interest('file', '2022/0347(COD)')], alone)).toEqual([]);
    expect(screen({ interests: [], interestsDeclaredAt: null }, alone).result).toBe('no_other_side');
  });

  it('tells nothing declared from nothing to declare', () => {
    expect(screen({ interests: [], interestsDeclaredAt: null }, against).result).toBe('undeclared');
    expect(screen({ interests: [], interestsDeclaredAt: new Date() }, against).result).toBe('clear');
    const clash = screen({ interests: [interest('employer', '12345678-90')], interestsDeclaredAt: null }, against);
    expect(clash).toEqual({ result: 'clash', kinds: ['employer'] });
  });
});

describe('whyNotCheck', () => {
  it('asks for a declaration, and answers once', () => {
    const facts = { cleared: true, declared: true, alreadyChecked: false };
    expect(whyNotCheck(facts)).toBeNull();
    expect(whyNotCheck({ ...facts, declared: false })).toBe('reveal_refusal_undeclared');
    expect(whyNotCheck({ ...facts, alreadyChecked: true })).toBe('reveal_refusal_checked');
    expect(whyNotCheck({ ...facts, cleared: false })).toBe('reveal_refusal_not_needed');
  });
});
