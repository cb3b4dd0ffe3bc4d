/** States of work, next steps for each side, hours, deliveries, charters and outcomes. */
import { describe, expect, it } from 'vitest';
import { isSameName, plainText, type Charter } from '../charter/charter';
import { differenceOf } from '../charter/charter-diff';
import { charterForm } from '../charter/charter-input';
import { charterSections } from '../charter/charter-text';
import { stateAfterDelivery } from '../delivery/delivery';
import { submitDeliverableForm } from '../delivery/delivery-input';
import { minutesOn, totalsOf, whyNotHours, type HoursEntry } from '../hours/hours';
import { logHoursForm } from '../hours/hours-input';
import { amountOf } from '../hours/hours-words';
import { missingIn } from '../outcome/outcome';
import { outcomeForm } from '../outcome/outcome-input';
import { isMyTurn, nextStep } from './next-step';
import { workOf } from './engagement';

const terms = {
  language: 'en' as const,
  startDay: '2027-03-01',
  endDay: '2027-03-31',
  hours: 30,
  deliverables: [{ id: 'd1', title: 'Table of amendments', detail: 'In two columns' }],
  confidentiality: 'open' as const,
  contact: '',
  other: '',
};
const facts = { mission: 'Clean air', role: 'Lawyer', ngo: 'Air for All', volunteer: 'Sara Lindqvist' };
const charter: Charter = {
  version: 1,
  terms,
  sections: charterSections(terms, facts),
  hash: 'h',
  signatures: [],
  writtenBy: null,
  writtenAt: new Date(0),
};
const entry: HoursEntry = {
  id: 'e1',
  day: '2027-03-02',
  minutes: 90,
  kind: 'drafting',
  note: '',
  state: 'logged',
  reason: '',
  loggedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
  formKey: null,
};

describe('a mission’s work', () => {
  it('is where all its lasting engagements are', () => {
    expect(workOf([])).toBeNull();
    expect(workOf(['proposed', 'terminated'])).toBeNull();
    expect(workOf(['active', 'closed'])).toBe('in_progress');
    expect(workOf(['restitution_due', 'closed', 'terminated'])).toBe('delivered');
    expect(workOf(['closed', 'terminated'])).toBe('closed');
  });
});

describe('the next step', () => {
  const seen = { state: 'active' as const, charter, hours: [], deliverables: [] };
  const item = (state: 'open' | 'submitted' | 'revision' | 'accepted') => ({
    id: state,
    title: '',
    detail: '',
    state,
    versions: [],
  });

  it('is a signature for whoever has not signed', () => {
    const signature = { party: 'ngo' as const, personId: 'p', name: 'N', at: new Date(0), version: 1, hash: 'h' };
    const half = { ...seen, state: 'proposed' as const, charter: { ...charter, signatures: [signature] } };
    expect(nextStep(half, 'volunteer')).toBe('sign');
    expect(nextStep(half, 'ngo')).toBe('wait_signature');
    expect(isMyTurn('wait_signature')).toBe(false);
  });

  it('puts a question on hours first for her, a delivery first for the NGO', () => {
    const hours = [{ ...entry, state: 'queried' as const }];
    expect(nextStep({ ...seen, hours, deliverables: [item('revision')] }, 'volunteer')).toBe('answer_query');
    expect(nextStep({ ...seen, deliverables: [item('revision')] }, 'volunteer')).toBe('revise');
    expect(nextStep({ ...seen, deliverables: [item('open')] }, 'volunteer')).toBe('deliver');
    expect(nextStep({ ...seen, deliverables: [item('submitted')] }, 'volunteer')).toBe('wait_review');
    expect(nextStep({ ...seen, hours: [entry], deliverables: [item('submitted')] }, 'ngo')).toBe('review');
    expect(nextStep({ ...seen, hours: [entry], deliverables: [item('open')] }, 'ngo')).toBe('verify');
    expect(nextStep({ ...seen, deliverables: [item('open')] }, 'ngo')).toBe('wait_delivery');
  });
});

describe('hours', () => {
  const day = { today: '2027-03-02', began: '2027-03-01', others: 0, othersOfYear: 0 };

  it('are not in the future, not before the work, and 24 in a day at most', () => {
    expect(whyNotHours(entry, day)).toBeNull();
    expect(whyNotHours({ ...entry, day: '2027-03-03' }, day)?.field).toBe('day');
    expect(whyNotHours({ ...entry, day: '2027-02-28' }, day)?.reason).toBe('hours_refusal_before');
    expect(whyNotHours(entry, { ...day, others: 1351 })?.field).toBe('hours');
    expect(whyNotHours(entry, { ...day, others: 1350 })).toBeNull();
  });

  it('that were rejected count for nothing', () => {
    const entries = [entry, { ...entry, id: 'e2', state: 'rejected' as const, minutes: 30 }];
    expect(totalsOf(entries)).toEqual({ logged: 90, verified: 0, queried: 0, rejected: 30, total: 90 });
    expect(minutesOn(entries, '2027-03-02')).toBe(90);
    expect(minutesOn(entries, '2027-03-02', 'e1')).toBe(0);
  });

  it('are typed as hours and minutes, and refused at the field', () => {
    const posted = { day: '2027-03-02', hours: '2', minutes: '', kind: 'drafting' };
    expect(logHoursForm.parse(posted)).toMatchObject({ day: '2027-03-02', minutes: 120, note: '' });
    for (const wrong of [
      { hours: '-1' },
      { hours: 'NaN' },
      { hours: '25' },
      { hours: '24', minutes: '1' },
      { hours: '0', minutes: '0' },
      { hours: '1', extra: 'x' },
    ])
      expect(logHoursForm.safeParse({ ...posted, ...wrong }).success).toBe(false);
  });

  it('are written as people say them', () => {
    expect([amountOf(45), amountOf(120), amountOf(125)]).toEqual(['45\u00a0min', '2\u00a0h', '2\u00a0h\u00a005']);
  });
});

describe('a year of hours', () => {
  it('holds 8,784 hours and not a minute more, in a leap year with its two changes of clocks', () => {
    let total = 0;
    for (let at = Date.UTC(2028, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const facts = { today: '2028-12-31', began: '2028-01-01', others: 0, othersOfYear: total };
      expect(whyNotHours({ day, minutes: 1440 }, facts)).toBeNull();
      expect(whyNotHours({ day, minutes: 1 }, { ...facts, others: 1440 })?.reason).toBe('hours_refusal_day_full');
      total += 1440;
    }
    expect(total / 60).toBe(8784);
    const full = { today: '2028-12-31', began: '2028-01-01', others: 0, othersOfYear: total };
    expect(whyNotHours({ day: '2028-12-31', minutes: 1 }, full)?.reason).toBe('hours_refusal_year_full');
  });
});

describe('deliveries', () => {
  it('say where the work stands', () => {
    const all = (...states: Parameters<typeof stateAfterDelivery>[0][number]['state'][]) =>
      stateAfterDelivery(states.map((state) => ({ state })));
    expect(all()).toBe('active');
    expect(all('open', 'submitted')).toBe('active');
    expect(all('accepted', 'submitted')).toBe('delivered');
    expect(all('open', 'revision')).toBe('revision');
    expect(all('accepted', 'accepted')).toBe('restitution_due');
  });

  it('are given by links over https alone', () => {
    const posted = { deliverable: 'd1' };
    expect(submitDeliverableForm.safeParse({ ...posted, link: 'https://a.example/x' }).success).toBe(true);
    expect(submitDeliverableForm.safeParse({ ...posted, text: 'Dear member' }).success).toBe(true);
    for (const link of ['http://a.example', 'javascript:alert(1)', 'ftp://a.example'])
      expect(submitDeliverableForm.safeParse({ ...posted, link }).success).toBe(false);
  });
});

describe('charters', () => {
  it('are written in full in the language of the engagement', () => {
    expect(plainText(charter.sections)).toContain('Sara Lindqvist');
    const french = plainText(charterSections({ ...terms, language: 'fr' }, facts));
    expect(french).toContain('1 mars 2027');
    expect(plainText(charterSections({ ...terms, language: 'nl' }, facts))).toContain('1 maart 2027');
  });

  it('show what changed, line by line', () => {
    expect(differenceOf(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      { change: 'same', text: 'a' },
      { change: 'removed', text: 'b' },
      { change: 'added', text: 'x' },
      { change: 'same', text: 'c' },
      { change: 'added', text: 'd' },
    ]);
  });

  it('are signed with one’s own name, however it is typed', () => {
    expect(isSameName('  SÁRA  lindqvist', 'Sara Lindqvist')).toBe(true);
    expect(isSameName('Sara', 'Sara Lindqvist')).toBe(false);
  });

  it('end after they begin and promise something', () => {
    const posted = {
      version: '1',
      language: 'en',
      startDay: '2027-03-01',
      endDay: '2027-03-31',
      hours: '30',
      deliverables: [{ title: 'Table' }, { title: '' }],
      confidentiality: 'open',
    };
    expect(charterForm.parse(posted).terms.deliverables).toHaveLength(1);
    expect(charterForm.safeParse({ ...posted, endDay: '2027-02-01' }).success).toBe(false);
    expect(charterForm.safeParse({ ...posted, deliverables: [{ title: '' }] }).success).toBe(false);
  });
});

describe('outcomes', () => {
  it('name what is missing, and drop empty rows of documents', () => {
    expect(missingIn(null)).toEqual(['asked', 'submitted', 'result']);
    const posted = {
      reply: 'none',
      documents: [
        { label: '', url: '' },
        { label: '', url: 'https://a.example/1' },
      ],
    };
    expect(outcomeForm.parse(posted).documents).toEqual([{ label: 'https://a.example/1', url: 'https://a.example/1' }]);
    expect(outcomeForm.safeParse({ ...posted, documents: [{ label: 'Letter', url: '' }] }).success).toBe(false);
  });
});
