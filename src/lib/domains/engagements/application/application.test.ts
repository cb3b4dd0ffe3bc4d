/** Steps, limits and reminders of applications; who may apply and be invited. */
import { describe, expect, it } from 'vitest';
import { addWorkingDays, DAY } from '$lib/shared/dates';
import { invitationEnds, whyNotInvite } from '../invitation/invitation';
import { APPLICATION_STATES, isOpen, isWaitingList, reminderDue, STEPS, whyNotStep } from './application';
import { holdsLicence, whyNotApply } from './eligibility';

const START = new Date('2027-03-05T09:00:00Z'); // a Friday
const submitted = {
  state: 'submitted' as const,
  queuedAt: START,
  offeredAt: null,
  dueAt: addWorkingDays(START, 5),
  reminded: [] as number[],
};

describe('steps', () => {
  it('never leave a state that has ended', () => {
    for (const state of APPLICATION_STATES.filter((each) => !isOpen(each)))
      for (const step of Object.keys(STEPS) as (keyof typeof STEPS)[])
        expect(whyNotStep(state, step)).toBe('application_refusal_state');
  });

  it('accept only what was offered', () => {
    expect(whyNotStep('offered', 'accept')).toBeNull();
    expect(whyNotStep('shortlisted', 'accept')).not.toBeNull();
  });
});

describe('the line', () => {
  it('begins at three undecided for each open seat, and at once when none is open', () => {
    expect(isWaitingList(2, 1, 3)).toBe(false);
    expect(isWaitingList(3, 1, 3)).toBe(true);
    expect(isWaitingList(5, 2, 3)).toBe(false);
    expect(isWaitingList(0, 0, 3)).toBe(true);
  });
});

describe('reminders', () => {
  it('come after two and four working days, over a week-end too, once each', () => {
    expect(reminderDue(submitted, new Date('2027-03-08T09:00:00Z'))).toBeNull();
    expect(reminderDue(submitted, new Date('2027-03-09T09:00:00Z'))).toBe(2);
    expect(reminderDue({ ...submitted, reminded: [2] }, new Date('2027-03-10T09:00:00Z'))).toBeNull();
    expect(reminderDue({ ...submitted, reminded: [2] }, new Date('2027-03-11T09:00:00Z'))).toBe(4);
  });

  it('come singly after a standstill, and not when it is too late', () => {
    expect(reminderDue(submitted, new Date('2027-03-11T10:00:00Z'))).toBe(4);
    expect(reminderDue({ ...submitted, reminded: [4] }, new Date('2027-03-11T11:00:00Z'))).toBeNull();
    expect(reminderDue(submitted, new Date('2027-03-12T09:00:00Z'))).toBeNull();
  });

  it('of an offer go by the day of the offer', () => {
    const offered = { ...submitted, state: 'offered' as const, offeredAt: START };
    expect(reminderDue(offered, new Date('2027-03-09T09:00:00Z'))).toBeNull();
    expect(reminderDue(offered, new Date('2027-03-10T09:00:00Z'))).toBe(3);
  });
});

describe('eligibility', () => {
  const role = { licenceRequired: null, allowsStudents: true };
  const applicant = { track: 'professional' as const, hasSupervisor: false, licences: [] };
  const facts = { missionOpen: true, isMember: false, role };

  it('refuses closed missions, members, missing licences and students without a supervisor', () => {
    expect(whyNotApply(applicant, facts)).toBeNull();
    expect(whyNotApply(applicant, { ...facts, missionOpen: false })).toBe('application_refusal_closed');
    expect(whyNotApply(applicant, { ...facts, isMember: true })).toBe('application_refusal_member');
    const licensed = { ...role, licenceRequired: { kind: 'bar' as const, jurisdiction: 'FR' } };
    expect(whyNotApply(applicant, { ...facts, role: licensed })).toBe('application_refusal_licence');
    const student = { ...applicant, track: 'student' as const };
    const supervised = { ...facts, role: { ...role, allowsStudents: false } };
    expect(whyNotApply(student, supervised)).toBe('application_refusal_student');
    expect(whyNotApply({ ...student, hasSupervisor: true }, supervised)).toBeNull();
  });

  it('takes the licence of any state of the Union where the Union’s law asks for it', () => {
    const held = [{ kind: 'accountant' as const, jurisdiction: 'BE' as const }];
    expect(holdsLicence(held, { kind: 'accountant', jurisdiction: 'EU' })).toBe(true);
    expect(holdsLicence(held, { kind: 'accountant', jurisdiction: 'FR' })).toBe(false);
    expect(holdsLicence(held, { kind: 'bar', jurisdiction: 'BE' })).toBe(false);
  });
});

describe('invitations', () => {
  const facts = { missionOpen: true, openSeats: 1, reachable: true, isMember: false, hasOpenApplication: false };

  it('end after ten days, or with the mission', () => {
    expect(invitationEnds(START, new Date(START.getTime() + 40 * DAY)).getTime()).toBe(START.getTime() + 10 * DAY);
    const soon = new Date(START.getTime() + 3 * DAY);
    expect(invitationEnds(START, soon)).toEqual(soon);
  });

  it('are refused for full roles, unreachable people, members, and who has applied', () => {
    expect(whyNotInvite(facts)).toBeNull();
    expect(whyNotInvite({ ...facts, missionOpen: false })).toBe('application_refusal_closed');
    expect(whyNotInvite({ ...facts, openSeats: 0 })).toBe('invitation_refusal_full');
    expect(whyNotInvite({ ...facts, reachable: false })).toBe('invitation_refusal_unreachable');
    expect(whyNotInvite({ ...facts, isMember: true })).toBe('invitation_refusal_member');
    expect(whyNotInvite({ ...facts, hasOpenApplication: true })).toBe('invitation_refusal_applied');
  });
});
