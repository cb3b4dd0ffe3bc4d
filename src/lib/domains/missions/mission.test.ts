/** The rules of a mission's life: its steps, who sees it, what may change, when it may be handed in and published. */
import { describe, expect, it } from 'vitest';
import { aMission, aMissionContent, aMissionRole, aRole } from '../../../../tests/support/factories/missions';
import { MISSION_STATES } from './mission';
import { STRANGER, canStep, sightOf, type Viewer } from './mission.policy';
import { boardColumn, isOpen, mayExtend, nextWorkState, stateAfterDeadline, STEP_FROM } from './mission-state';
import { rolesWithSeats, whyNotChange } from './seats';
import { whyNotPublishable, whyNotSubmittable } from './submission';

const now = new Date('2027-01-10T12:00:00Z');
const deadline = new Date('2027-03-12T17:00:00Z');
const reader: Viewer = { personId: 'reader', role: null, moderator: false };
const taken = { filledSeats: 1, takenBy: [{ engagementId: 'e1', personId: 'helper' }] };

describe('steps', () => {
  it('place every state on the board, and lead out of nowhere that is an end', () => {
    for (const state of MISSION_STATES) expect(boardColumn(state)).toBeTruthy();
    for (const end of ['closed', 'rejected', 'cancelled', 'outcome_reported'] as const)
      expect(Object.values(STEP_FROM).flat()).not.toContain(end);
  });

  it('give more time to what was delivered only where a seat is empty', () => {
    expect(mayExtend({ state: 'delivered', roles: [{ seats: 1, filledSeats: 1 }] })).toBe(false);
    expect(mayExtend({ state: 'delivered', roles: [{ seats: 2, filledSeats: 1 }] })).toBe(true);
    expect(mayExtend({ state: 'filled', roles: [{ seats: 1, filledSeats: 1 }] })).toBe(true);
    expect(mayExtend({ state: 'closed', roles: [{ seats: 2, filledSeats: 1 }] })).toBe(false);
  });

  it('are for editors, except those of moderators', () => {
    const editor: Viewer = { ...reader, role: 'editor' };
    expect(canStep({ state: 'draft' }, editor, 'submit')).toBe(true);
    expect(canStep({ state: 'draft' }, { ...reader, role: 'viewer' }, 'submit')).toBe(false);
    expect(canStep({ state: 'submitted' }, editor, 'publish')).toBe(false);
    expect(canStep({ state: 'submitted' }, { ...reader, moderator: true }, 'publish')).toBe(true);
    expect(canStep({ state: 'submitted' }, STRANGER, 'publish')).toBe(false);
  });

  it('keep recruiting open while seats are free, and stop at the deadline', () => {
    const half = { state: 'published' as const, roles: [aMissionRole({ seats: 2, ...taken })] };
    expect(nextWorkState(half, 'in_progress')).toBeNull();
    expect(nextWorkState(half, 'delivered')).toEqual({ state: 'delivered' });
    expect(nextWorkState({ ...half, state: 'filled' }, 'in_progress')).toEqual({ state: 'in_progress' });
    expect(nextWorkState({ ...half, state: 'delivered' }, 'in_progress')).toBeNull();
    expect(nextWorkState({ state: 'published', roles: [aMissionRole()] }, 'delivered')).toHaveProperty('refusal');
    expect(nextWorkState({ ...half, state: 'cancelled' }, 'closed')).toHaveProperty('refusal');
    expect(stateAfterDeadline(half)).toBe('filled');
    expect(stateAfterDeadline({ roles: [aMissionRole()] })).toBe('expired');
    expect(isOpen({ state: 'published', deadline: now }, now)).toBe(false);
  });
});

describe('sight', () => {
  it('of a public mission is everyone’s while its NGO is verified', () => {
    const mission = aMission({ deadline });
    expect(sightOf(mission, STRANGER, true)).toBe('full');
    expect(sightOf(mission, STRANGER, false)).toBe('none');
    expect(sightOf(mission, { ...reader, role: 'viewer' }, false)).toBe('full');
  });

  it('of a draft is its NGO’s alone; moderators see it from the moment it is handed in', () => {
    const moderator = { ...reader, moderator: true };
    for (const state of ['draft', 'submitted', 'changes_requested', 'rejected'] as const) {
      const mission = aMission({ state, publishedAt: null });
      expect(sightOf(mission, reader, true), state).toBe('none');
      expect(sightOf(mission, moderator, true), state).toBe(state === 'draft' ? 'none' : 'full');
    }
  });

  it('of a confidential one depends on who looks', () => {
    const members = aMission({ confidentiality: 'members' });
    expect(sightOf(members, STRANGER, true)).toBe('none');
    expect(sightOf(members, reader, true)).toBe('full');
    const cleared = aMission({ confidentiality: 'cleared', roles: [aMissionRole(taken)], clearedFor: ['ada'] });
    expect(sightOf(cleared, STRANGER, true)).toBe('none');
    expect(sightOf(cleared, reader, true)).toBe('anonymised');
    expect(sightOf(cleared, { ...reader, personId: 'ada' }, true)).toBe('full');
    expect(sightOf(cleared, { ...reader, personId: 'helper' }, true)).toBe('full');
  });

  it('of a cancelled one is kept where links may lead to it', () => {
    expect(sightOf(aMission({ state: 'cancelled' }), STRANGER, true)).toBe('full');
    expect(sightOf(aMission({ state: 'cancelled', publishedAt: null }), STRANGER, true)).toBe('none');
  });
});

describe('changes after publication', () => {
  const role = aMissionRole(taken);
  const mission = aMission({ roles: [role, aMissionRole({ title: 'Designer' })] });

  it('are free in a draft and in what nobody relies on', () => {
    const other = { ...mission, title: 'Another title', roles: [] };
    expect(whyNotChange({ ...mission, state: 'draft' }, other)).toBeNull();
    expect(whyNotChange(mission, { ...mission, goal: 'A clearer goal.', roles: [role] })).toBeNull();
    expect(whyNotChange(mission, { ...mission, roles: [{ ...role, seats: 4, niceToHave: [] }] })).toBeNull();
  });

  it('are refused in what was reviewed or agreed', () => {
    expect(whyNotChange(mission, { ...mission, title: 'Another title' })?.field).toBe('title');
    expect(whyNotChange(mission, { ...mission, confidentiality: 'members' })?.field).toBe('confidentiality');
    expect(whyNotChange(mission, { ...mission, deadline: now })?.field).toBe('deadline');
    expect(whyNotChange(mission, { ...mission, roles: [] })?.reason).toBe('mission_error_role_taken_removed');
    const full = { ...role, filledSeats: 2 };
    expect(whyNotChange({ ...mission, roles: [full] }, { ...mission, roles: [full] })?.field).toBe('roles.0.seats');
    const skills = [...role.mustHave, { slug: 'python-r', level: 4 as const }];
    expect(whyNotChange(mission, { ...mission, roles: [{ ...role, mustHave: skills }] })?.reason).toBe(
      'mission_error_role_taken',
    );
  });

  it('keep the seats of roles that stay', () => {
    const next = rolesWithSeats(mission.roles, [aRole({ id: 'new' }), { ...role, title: role.title }]);
    expect(next.map((each) => each.filledSeats)).toEqual([0, 1]);
  });
});

describe('hand in and publish', () => {
  const draft = { ...aMissionContent({ deadline }), state: 'draft' as const };

  it('need everything that others rely on', () => {
    expect(whyNotSubmittable(draft, 'verified', now)).toBeNull();
    expect(whyNotSubmittable(draft, 'pending', now)).toBeNull();
    expect(whyNotSubmittable(draft, 'suspended', now)?.reason).toBe('mission_error_organisation_suspended');
    const gaps: [Partial<typeof draft>, string][] = [
      [{ title: 'Short' }, 'title'],
      [{ decider: { ...draft.decider, institution: null } }, 'decider.institution'],
      [{ deadline: null }, 'deadlineDay'],
      [{ deliverables: [{ id: 'd', title: '', detail: '' }] }, 'deliverables.0.title'],
      [{ roles: [] }, 'roles'],
      [{ roles: [aRole(), aRole({ hours: null })] }, 'roles.1.hours'],
      [{ roles: [aRole({ mustHave: [] })] }, 'roles.0.mustHave'],
      [{ place: { remote: false, country: null, citySlug: null } }, 'place.remote'],
      [{ confidentiality: 'cleared' }, 'anonymisedSummary'],
    ];
    for (const [gap, field] of gaps)
      expect(whyNotSubmittable({ ...draft, ...gap }, 'verified', now)).toEqual({
        reason: 'mission_error_incomplete',
        field,
      });
    expect(whyNotSubmittable({ ...draft, deadline: now }, 'verified', now)?.reason).toBe('mission_error_deadline_past');
    expect(whyNotSubmittable({ ...draft, state: 'published' } as never, 'verified', now)?.reason).toBe(
      'mission_error_state',
    );
  });

  it('publish only for verified NGOs without debts', () => {
    const mission = { state: 'submitted' as const, deadline };
    expect(whyNotPublishable(mission, 'verified', null, now)).toBeNull();
    expect(whyNotPublishable(mission, 'pending', null, now)?.reason).toBe('mission_error_organisation_pending');
    expect(whyNotPublishable(mission, 'suspended', null, now)?.reason).toBe('mission_error_organisation_suspended');
    expect(whyNotPublishable(mission, 'verified', 'outcome_overdue', now)?.reason).toBe('outcome_overdue');
    expect(whyNotPublishable({ ...mission, deadline: now }, 'verified', null, now)?.reason).toBe(
      'mission_error_deadline_past',
    );
    expect(whyNotPublishable({ ...mission, state: 'draft' }, 'verified', null, now)?.reason).toBe(
      'mission_error_state',
    );
  });
});
