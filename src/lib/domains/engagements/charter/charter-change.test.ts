/** What a change of a signed charter may promise, and what it does to the work. */
import { describe, expect, it } from 'vitest';
import type { DeliverableState } from '../delivery/delivery';
import { sameTerms, type CharterTerms } from './charter';
import { deliverablesAfter, stateAfterChange, whyNotPromise } from './charter-change';
import { charterSections } from './charter-text';

const delivered = (id: string, state: DeliverableState) => ({
  id,
  title: `Old ${id}`,
  detail: '',
  state,
  versions:
    state === 'open'
      ? []
      : [{ number: 1, note: '', link: null, text: 'x', at: new Date(0), formKey: null, sentBack: '' }],
});
const promise = (...ids: string[]) => ({ deliverables: ids.map((id) => ({ id, title: `New ${id}`, detail: '' })) });

describe('what a change promises', () => {
  it('keeps what was handed in, drops what was not begun, and adds what is new', () => {
    const work = [delivered('a', 'accepted'), delivered('b', 'open')];
    expect(whyNotPromise(promise('b'), work)).toBe('charter_refusal_delivered');
    expect(whyNotPromise(promise('a'), work)).toBe('charter_refusal_nothing_left');
    expect(whyNotPromise(promise('a', 'c'), work)).toBeNull();
    const after = deliverablesAfter(promise('a', 'c'), work);
    expect(after).toMatchObject([
      { id: 'a', title: 'New a', state: 'accepted' },
      { id: 'c', title: 'New c', state: 'open', versions: [] },
    ]);
    expect(after[0]?.versions).toHaveLength(1);
    expect(stateAfterChange('delivered', after)).toBe('active');
    expect(stateAfterChange('paused', after)).toBe('paused');
  });
});

describe('a sponsored charter', () => {
  const terms: CharterTerms = {
    language: 'fr',
    startDay: '2027-03-01',
    endDay: '2027-03-31',
    hours: 30,
    deliverables: [{ id: 'd1', title: 'Amendements', detail: '' }],
    confidentiality: 'open',
    contact: '',
    other: '',
  };
  const facts = { mission: 'Air pur', role: 'Juriste', ngo: 'Air pour tous', volunteer: 'Sara Lindqvist' };
  const sponsor = { employer: 'Halden Moor', hours: 20, isPublic: true, signedBy: 'Ada', signedOn: '2027-01-05' };
  const text = (isPublic: boolean) =>
    charterSections({ ...terms, sponsor: { ...sponsor, isPublic } }, facts)
      .flatMap(({ lines }) => lines)
      .join(' ');

  it('names the sponsor, its signed independence and whether it is named in public, in the charter’s language', () => {
    expect(text(true)).toContain('Halden Moor, l’employeur');
    expect(text(true)).toContain('ne relit ni n’approuve');
    expect(text(true)).toContain('Ada');
    expect(text(true)).not.toBe(text(false));
    expect(charterSections(terms, facts)).toHaveLength(8);
  });

  it('is another text than one without, and the same as one with the same sponsor', () => {
    expect(sameTerms(terms, { ...terms, sponsor: null })).toBe(true);
    expect(sameTerms(terms, { ...terms, sponsor })).toBe(false);
    expect(sameTerms({ ...terms, sponsor }, { ...terms, sponsor: { ...sponsor } })).toBe(true);
    expect(sameTerms({ ...terms, sponsor }, { ...terms, sponsor: { ...sponsor, hours: 21 } })).toBe(false);
  });
});
