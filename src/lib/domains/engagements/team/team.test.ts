/** Who of a team may know whom, who may lead, and when a student's work may begin. */
import { describe, expect, it } from 'vitest';
import { hasSupervisorSigned, isLinkOver, mayBegin, type Supervision } from './supervision';
import { isShownToTeam, mayName, whyNotLead, type TeamMember, type TeamReader } from './team';

const member: TeamMember = { personId: 'anna', state: 'active', credit: 'named', teamVisible: null };
const reader: TeamReader = { personId: 'ben', side: 'volunteer', state: 'active', cleared: true };

describe('a team', () => {
  it('shows a name by the volunteer’s own choice, or by her choice for the public', () => {
    expect(isShownToTeam(member)).toBe(true);
    expect(isShownToTeam({ ...member, credit: 'anonymous' })).toBe(false);
    expect(isShownToTeam({ ...member, credit: 'anonymous', teamVisible: true })).toBe(true);
    expect(isShownToTeam({ ...member, teamVisible: false })).toBe(false);
    expect(isShownToTeam({ ...member, state: 'proposed' })).toBe(false);
  });

  it('names everybody to the NGO, and others only to those who have begun and may read the mission', () => {
    const hidden = { ...member, credit: 'anonymous' as const };
    expect(mayName({ ...reader, side: 'ngo' }, hidden)).toBe(true);
    expect(mayName({ ...reader, personId: 'anna' }, hidden)).toBe(true);
    expect(mayName(reader, hidden)).toBe(false);
    expect(mayName(reader, member)).toBe(true);
    expect(mayName({ ...reader, state: 'proposed' }, member)).toBe(false);
    expect(mayName({ ...reader, cleared: false }, member)).toBe(false);
  });

  it('is led by somebody who works and is known', () => {
    expect(whyNotLead(member)).toBeNull();
    expect(whyNotLead({ ...member, state: 'proposed' })).toBe('team_refusal_not_begun');
    expect(whyNotLead({ ...member, state: 'terminated' })).toBe('team_refusal_not_begun');
    expect(whyNotLead({ ...member, teamVisible: false })).toBe('team_refusal_hidden');
  });
});

describe('a supervisor', () => {
  const signatures = (['volunteer', 'ngo'] as const).map((party) => {
    return { party, personId: party, name: party, at: new Date(0), version: 2, hash: 'h' };
  });
  const signed = { state: 'signed', version: 2 } as Supervision;

  it('signs the version that stands, and nothing begins without her where she is needed', () => {
    const charter = { version: 2, signatures };
    expect(mayBegin({ charter })).toBe(true);
    expect(mayBegin({ charter, supervised: true, supervision: null })).toBe(false);
    expect(mayBegin({ charter, supervised: true, supervision: { ...signed, version: 1 } })).toBe(false);
    expect(mayBegin({ charter, supervised: true, supervision: signed })).toBe(true);
    expect(mayBegin({ charter: { version: 2, signatures: [] }, supervised: true, supervision: signed })).toBe(false);
    expect(hasSupervisorSigned({ charter, supervision: { ...signed, state: 'refused' } })).toBe(false);
  });

  it('has a link that ends, and none while the NGO has not agreed', () => {
    const expiresAt = new Date(10);
    expect(isLinkOver({ state: 'asked', expiresAt }, new Date(9))).toBe(false);
    expect(isLinkOver({ state: 'asked', expiresAt }, new Date(10))).toBe(true);
    expect(isLinkOver({ state: 'held', expiresAt }, new Date(9))).toBe(true);
  });
});
