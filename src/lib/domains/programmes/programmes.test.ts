import { describe, expect, it } from 'vitest';
import { daysOf, FiguresFold, monthsOf, periodsOf } from './figures';
import { decidesAs } from './programme.policy';
import { whyExcluded, whyNotDomain, yearOf } from './programme';
import { countable } from './sponsorship';
import { readStaffList } from './staff';
import { defaultRate, rateFor, valueOf } from './valuation/labour-cost';

describe('domains', () => {
  const proof = { websiteHost: 'firm.example', email: 'a@hr.firm.example' };
  it('takes the website’s and the owner’s own, and no public mailbox', () => {
    expect(whyNotDomain('firm.example', proof)).toBeNull();
    expect(whyNotDomain('mail.firm.example', proof)).toBeNull();
    expect(whyNotDomain('gmail.com', { websiteHost: null, email: 'a@gmail.com' })).toBe(
      'programme_refusal_public_mail',
    );
    expect(whyNotDomain('other.example', proof)).toBe('programme_refusal_foreign_domain');
    expect(whyNotDomain('evilfirm.example', proof)).toBe('programme_refusal_foreign_domain');
    expect(whyNotDomain('example', proof)).toBe('programme_refusal_foreign_domain');
  });
});

describe('exclusions', () => {
  it('compares names without case, accents and signs', () => {
    const rules = { excludedCauses: [], excludedParties: ['Élan–Pétrole S.A.'] };
    const mission = { causes: ['climate'], opposingParties: ['elan petrole s a'], ngoName: 'Riverbend' };
    expect(whyExcluded(rules, mission)).toBe('sponsorship_refusal_party');
    expect(whyExcluded({ ...rules, excludedParties: ['Elan'] }, mission)).toBeNull();
  });
});

it('lets nobody decide on her own request, whatever her role', () => {
  for (const approval of ['automatic', 'manager', 'hr'] as const)
    expect(decidesAs({ personId: 'a', role: 'owner' }, { personId: 'a', managerId: 'a' }, approval)).toBeNull();
  expect(decidesAs({ personId: 'm', role: null }, { personId: 'a', managerId: 'm' }, 'manager')).toBe('manager');
  expect(decidesAs({ personId: 'm', role: null }, { personId: 'a', managerId: 'm' }, 'hr')).toBeNull();
  expect(decidesAs({ personId: 'v', role: 'viewer' }, { personId: 'a', managerId: null }, 'hr')).toBeNull();
});

describe('what counts', () => {
  const entry = (id: string, day: string, minutes: number) => ({ id, day, minutes });
  it('fills up to what was approved in the order of days and never changes what counted', () => {
    const entries = [entry('b', '2027-03-28', 90), entry('a', '2027-03-01', 60)];
    expect(countable(entries, 100, new Map())).toEqual([
      { id: 'a', minutes: 60 },
      { id: 'b', minutes: 40 },
    ]);
    expect(
      countable(
        [...entries, entry('c', '2027-01-01', 30)],
        100,
        new Map([
          ['a', 60],
          ['b', 40],
        ]),
      ),
    ).toEqual([]);
  });
  it('keeps the calendar year of Brussels, through New Year and the days on which clocks change', () => {
    expect(yearOf(new Date('2026-12-31T22:59:00Z'))).toBe(2026);
    expect(yearOf(new Date('2026-12-31T23:01:00Z'))).toBe(2027);
    expect(yearOf(new Date('2027-03-28T00:30:00Z'))).toBe(2027);
  });
});

describe('value', () => {
  it('names source, country and year, and the Union’s average where there is no figure', () => {
    expect(defaultRate('BG')).toMatchObject({ cents: 1060, country: 'BG', year: 2024 });
    expect(defaultRate('LU')).toMatchObject({ cents: 5520, source: 'Eurostat, lc_lci_lev' });
    expect(defaultRate('DE')).toMatchObject({ cents: 4340, country: 'DE' });
    expect(defaultRate('DE').source).toContain('press');
    expect(defaultRate('PT')).toMatchObject({ cents: 3350, country: 'EU' });
    const own = { country: 'BE', year: 2026, cents: 6000, source: 'Annual accounts' };
    expect(rateFor([own], 'BE', 2025).cents).toBe(4820);
    expect(rateFor([own], 'BE', 2027)).toMatchObject({ cents: 6000, source: 'Annual accounts' });
    expect(valueOf(50, 4820)).toBe(4017);
  });
});

describe('figures', () => {
  const add = (fold: FiguresFold, person: string, cause: string, minutes = 60) =>
    fold.add({ personId: person, team: cause, day: '2027-02-03', minutes, causes: [cause], skills: [] });
  it('hides groups of fewer than five, and a second one where the first could be reckoned', () => {
    const fold = new FiguresFold();
    for (let at = 0; at < 6; at++) add(fold, `p${at}`, 'climate', 120);
    for (let at = 0; at < 5; at++) add(fold, `q${at}`, 'health');
    for (let at = 0; at < 4; at++) add(fold, `r${at}`, 'digital');
    const { byCause, minutes, people } = fold.figures();
    expect(byCause).toEqual([
      { key: 'climate', minutes: 720 },
      { key: 'health', minutes: null },
      { key: 'digital', minutes: null },
    ]);
    expect({ minutes, people }).toEqual({ minutes: 1260, people: 15 });
  });
  it('knows the periods of a day', () => {
    expect(periodsOf('2027-03-28')).toEqual(['2027', '2027-q1', '2027-03']);
    expect(daysOf('2027-q4')).toEqual({ from: '2027-10-01', to: '2027-12-31' });
    expect(monthsOf('2027-q2')).toEqual(['2027-04', '2027-05', '2027-06']);
    expect(monthsOf('2027')).toHaveLength(12);
  });
});

it('reads a list of staff row by row and names what is wrong', () => {
  const rows = [
    ['E-mail', 'Équipe', 'Responsable'],
    ['ANNA@firm.example', 'Tax', 'boss@firm.example'],
    ['no address', '', ''],
    ['anna@firm.example', '', ''],
    ['known@firm.example', '', ''],
    ['x@firm.example', '', 'x@firm.example'],
    ['', '', ''],
  ];
  const list = readStaffList(rows, new Set(['known@firm.example']));
  expect(list?.rows).toEqual([{ email: 'anna@firm.example', team: 'Tax', managerEmail: 'boss@firm.example' }]);
  expect(list?.problems.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'staff_row_email'],
    [4, 'staff_row_twice'],
    [5, 'staff_row_known'],
    [6, 'staff_row_self'],
  ]);
  expect(readStaffList([['name'], ['x']], new Set())).toBeNull();
});
