import { describe, expect, it } from 'vitest';
import { AUDIT_KINDS, auditFilterOf, auditQuery, changesOf } from './audit';
import { auditWords, partValue, partWords, standingWords } from './moderation-words';

const of = (query: string) => auditFilterOf(new URLSearchParams(query));
const PERSON = '1m868zr77t0xckfnnps1';

describe('auditFilterOf', () => {
  it('reads what was asked for, and leads to the same list again', () => {
    const query = `?kind=organisation.merged&person=${PERSON}&about=skill%3Aeu-law&from=2027-03-01&to=2027-03-31&page=2`;
    expect(of(query)).toEqual({
      kind: 'organisation.merged',
      personId: PERSON,
      about: { subject: 'skill', id: 'eu-law' },
      from: '2027-03-01',
      to: '2027-03-31',
      page: 2,
    });
    expect(auditQuery(of(query))).toBe(query);
    expect(auditQuery(of(''))).toBe('');
  });

  it.each([
    'kind=$gt',
    'about=world:1',
    'about=skill:$ne',
    'person[$ne]=',
    'person=../x',
    'from=2027-13-45',
    'to=yesterday',
    'page=-1',
    'page=1e9',
  ])('leaves out %s', (query) =>
    expect(of(query)).toEqual({ kind: null, personId: null, about: null, from: null, to: null, page: 1 }),
  );
});

describe('words', () => {
  it('has a name for every kind of act', () => {
    for (const kind of AUDIT_KINDS) expect(auditWords(kind)).not.toContain('.');
  });

  it('says how things stood, and keeps what it has no words for', () => {
    expect(standingWords('organisation.verified', 'pending')).toBe('Being checked');
    expect(standingWords('organisation.owner_appointed', 'editor')).toBe('Editor');
    expect(standingWords('account.role_granted', 'moderator, administrator')).toBe('Moderator, Administrator');
    expect(standingWords('schedule.repaired', '3')).toBe('from round 3');
    expect(standingWords('schedule.shifted', '25')).toBe('25 minutes later than announced');
    expect(standingWords('report.resolved', 'open')).toBe('open');
    expect(standingWords('mission.published', 'submitted')).not.toBe('submitted');
    expect(standingWords('organisation.flags_cleared', 'name: A → B')).toBe('name: A → B');
  });
});

describe('words of changed parts', () => {
  it('are there for what a skill keeps, and leave the rest as it is', () => {
    expect([partWords('active'), partWords('unheard')]).toEqual(['can be chosen', 'unheard']);
    expect([partValue('true'), partValue('Sea law')]).toEqual(['yes', 'Sea law']);
  });
});

describe('changesOf', () => {
  it('names only what differs between two records', () => {
    const before = JSON.stringify({ labels: { en: 'Sea law' }, active: true, related: [] });
    const after = JSON.stringify({ labels: { en: 'Maritime law', fr: 'Mer' }, active: true, related: ['eu-law'] });
    expect(changesOf(before, after)).toEqual([
      { field: 'labels', before: 'Sea law', after: 'Maritime law · Mer' },
      { field: 'related', before: '–', after: 'eu-law' },
    ]);
    expect(changesOf(null, after)).toHaveLength(3);
  });

  it('leaves plain standings, and braces that are no record, as they are', () => {
    expect(changesOf('pending', 'verified')).toBeNull();
    expect(changesOf(null, '{ not a record')).toBeNull();
  });
});
