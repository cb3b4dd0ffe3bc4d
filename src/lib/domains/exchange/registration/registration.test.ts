import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../edition/edition';
import { clashesOf, hintsFor, mayStep, stateAfterEdit, whyNotContent } from './registration';
import { registrationForm } from './registration-input';

const item = {
  side: 'offer',
  category: 'knowledge',
  title: 'A morning of legal advice',
  quantity: '4',
  unit: 'hours',
  estimate: '400',
};

describe('the registration form', () => {
  it('drops rows that were left empty and keeps the others', () => {
    const parsed = registrationForm.parse({
      rev: '0',
      delegates: [{ name: 'Ada' }, { name: '', from: '' }],
      items: [item, { side: 'request', title: ' ' }],
    });
    expect(parsed.delegates).toHaveLength(1);
    expect(parsed.items).toHaveLength(1);
    expect(parsed.delegates[0]).toMatchObject({ from: null, until: null, isPublic: false, photoConsent: false });
  });

  it('names the row that is wrong by its number, also after a blank one', () => {
    const found = registrationForm.safeParse({
      rev: '0',
      delegates: [{ name: 'Ada' }],
      items: [{ title: '' }, { ...item, estimate: '-1' }],
    });
    expect(found.error?.issues[0]?.path).toEqual(['items', 1, 'estimate']);
  });

  it.each(['-5', '1e9', '50001', 'NaN', '', '12.5'])('refuses an estimate of "%s"', (estimate) => {
    expect(
      registrationForm.safeParse({ rev: '0', delegates: [{ name: 'Ada' }], items: [{ ...item, estimate }] }).success,
    ).toBe(false);
  });
});

describe('content', () => {
  const delegate = { from: null, until: null };
  it('needs a delegate, an item, a presence that does not end before it begins, and a corner that is there', () => {
    const one = { category: 'hands' as const };
    expect(whyNotContent({ delegates: [delegate], items: [one] }, CATEGORIES)).toBeNull();
    expect(whyNotContent({ delegates: [], items: [one] }, CATEGORIES)).toBe('registration_refusal_delegates');
    expect(whyNotContent({ delegates: [delegate], items: [] }, CATEGORIES)).toBe('registration_refusal_items');
    expect(whyNotContent({ delegates: [{ from: '18:00', until: '17:00' }], items: [one] }, CATEGORIES)).toBe(
      'registration_refusal_presence',
    );
    expect(whyNotContent({ delegates: [delegate], items: [one] }, ['space'])).toBe('registration_refusal_category');
  });
});

describe('states', () => {
  it('bring a corrected registration back to the organiser, and never approve one that withdrew', () => {
    expect(stateAfterEdit('changes_requested')).toBe('submitted');
    expect(stateAfterEdit('approved')).toBe('approved');
    expect(mayStep('withdrawn', 'approve')).toBe(false);
    expect(mayStep('withdrawn', 'again')).toBe(true);
  });
});

describe('wording help', () => {
  it('says what is missing, and that money is not traded', () => {
    const text = 'Two colleagues sort and label the archive of your association on a Saturday in May, tools included.';
    expect(hintsFor({ side: 'offer', title: 'Hands for an archive', text, counter: '' })).toEqual([]);
    expect(hintsFor({ side: 'request', title: 'Help', text: 'Sponsoring, etc', counter: '' })).toEqual([
      'exchange_hint_short',
      'exchange_hint_money',
      'exchange_hint_vague',
      'exchange_hint_no_counter',
    ]);
  });
});

describe('wishes', () => {
  it('name a pair of which one insists and the other declines', () => {
    const clashes = clashesOf([
      { id: 'a', wishes: [{ of: 'b', kind: 'must' }] },
      { id: 'b', wishes: [{ of: 'a', kind: 'no' }] },
      { id: 'c', wishes: [{ of: 'a', kind: 'must' }] },
    ]);
    expect(clashes).toEqual([{ must: 'a', no: 'b' }]);
  });
});
