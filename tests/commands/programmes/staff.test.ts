/** Staff of an employer: by invitation, list and domain; changed, taken off, leaving; and the budget of a year. */
import { afterEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../src/lib/domains/moderation/server/audit-entry.model';
import { addsUp } from '../../../src/lib/domains/programmes/budget';
import { yearOf } from '../../../src/lib/domains/programmes/programme';
import { setYearBudget } from '../../../src/lib/domains/programmes/server/commands/programme/set-year-budget';
import { approveSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { acceptStaffInvitation } from '../../../src/lib/domains/programmes/server/commands/staff/accept-staff-invitation';
import { editStaff } from '../../../src/lib/domains/programmes/server/commands/staff/edit-staff';
import { importStaff } from '../../../src/lib/domains/programmes/server/commands/staff/import-staff';
import { inviteStaff } from '../../../src/lib/domains/programmes/server/commands/staff/invite-staff';
import { joinByDomain } from '../../../src/lib/domains/programmes/server/commands/staff/join-by-domain';
import { leaveEmployer } from '../../../src/lib/domains/programmes/server/commands/staff/leave-employer';
import { removeStaff } from '../../../src/lib/domains/programmes/server/commands/staff/remove-staff';
import { Staff } from '../../../src/lib/domains/programmes/server/staff.model';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant } from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';
import {
  createEmployer,
  createRequest,
  createStaff,
  readSponsorship,
  readYear,
} from '../../support/factories/programmes';

afterEach(() => setClock());
afterEach(drainAll);

const places = { team: 'Tax', managerEmail: '' };
const staffOf = (email: string) => Staff.findOne({ email }).lean();

describe('an invitation', () => {
  it('is good for its address and thirty days; strangers, viewers and people of another employer are refused', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const guest = await createApplicant();
    const order = { organisationId: employer.id, email: guest.email, ...places };
    const { token } = await inviteStaff(owner, order);
    await drainAll();
    expect((await mailTo(guest.email)).at(-1)?.text).toContain(token);
    const outsider = await createSomePerson();
    const viewer = await createMember(employer, 'viewer');
    await expect(inviteStaff(await asPerson(outsider.id), order)).rejects.toMatchObject({ code: 'not_found' });
    await expect(inviteStaff(await asPerson(viewer.id), order)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(inviteStaff(asStranger(), order)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(inviteStaff(owner, { ...order, managerEmail: guest.email })).rejects.toMatchObject({
      field: 'manager',
    });
    await expect(acceptStaffInvitation(await asPerson(outsider.id), { token })).rejects.toMatchObject({
      reason: 'organisation_refusal_other_address',
    });
    await expect(acceptStaffInvitation(await asPerson(guest.id), { token: 'x'.repeat(43) })).rejects.toMatchObject({
      code: 'not_found',
    });
    setClock(new Date(Date.now() + 31 * DAY));
    await expect(acceptStaffInvitation(await asPerson(guest.id), { token })).rejects.toMatchObject({
      reason: 'staff_refusal_invitation_over',
    });
    setClock();
    const hers = await asPerson(guest.id);
    await atOnce([1, 2, 3].map(() => () => acceptStaffInvitation(hers, { token })));
    expect(await staffOf(guest.email)).toMatchObject({ state: 'active', team: 'Tax', joinedBy: 'invitation' });
    await expect(inviteStaff(owner, order)).rejects.toMatchObject({ reason: 'staff_row_known', field: 'email' });
    const other = await createEmployer();
    const second = await inviteStaff(await asPerson(other.ownerId), { ...order, organisationId: other.id });
    await expect(acceptStaffInvitation(hers, { token: second.token })).rejects.toMatchObject({
      reason: 'staff_refusal_other_employer',
    });
  });
});

describe('a list', () => {
  it('is looked at first; bad rows are named and left out, and the same list again invites nobody twice', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const colleague = await createStaff(employer);
    const elsewhere = await createStaff(await createEmployer());
    const list = [
      'e-mail;équipe;responsable',
      'new.one@firm.example;Tax;boss@firm.example',
      'not an address;Tax;',
      'new.one@firm.example;Audit;',
      `${colleague.email};Tax;`,
      `${elsewhere.email};Tax;`,
      `long@firm.example;${'x'.repeat(61)};`,
      'self@firm.example;Tax;self@firm.example',
      'boss.wrong@firm.example;Tax;nobody',
      '=cmd|calc@firm.example;Tax;',
      ';;',
    ].join('\r\n');
    const input = { organisationId: employer.id, list, confirmed: false };
    const preview = await importStaff(owner, input);
    expect(preview.invited).toBe(0);
    expect(await staffOf('new.one@firm.example')).toBeNull();
    expect(preview.rows.map(({ email }) => email)).toEqual(
      expect.arrayContaining(['new.one@firm.example', elsewhere.email]),
    );
    expect(preview.problems.map(({ row, reason }) => [row, reason])).toEqual(
      expect.arrayContaining([
        [3, 'staff_row_email'],
        [4, 'staff_row_twice'],
        [5, 'staff_row_known'],
        [7, 'staff_row_team'],
        [8, 'staff_row_self'],
        [9, 'staff_row_manager'],
      ]),
    );
    const [first, second] = await Promise.all([1, 2].map(() => importStaff(owner, { ...input, confirmed: true })));
    expect((first?.invited ?? 0) + (second?.invited ?? 0)).toBeGreaterThanOrEqual(preview.rows.length);
    const again = await importStaff(owner, { ...input, confirmed: true });
    expect(again.invited).toBe(0);
    expect(await Staff.countDocuments({ organisationId: employer.id, email: 'new.one@firm.example' })).toBe(1);
    await drainAll();
    // Somebody of another employer gets an invitation like everybody else: the list does not tell where people work.
    expect((await mailTo(elsewhere.email)).at(-1)?.subject).toBeTruthy();
    expect(await Staff.findOne({ organisationId: employer.id, email: elsewhere.email }).lean()).toMatchObject({
      state: 'invited',
      personId: null,
    });
  });

  it('is refused at its field without a head, unreadable, or too long; and for other employers', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const order = (list: string) => ({ organisationId: employer.id, list, confirmed: true });
    const long = ['email', ...Array.from({ length: 2001 }, (_, index) => `p${index}@firm.example`)].join('\n');
    for (const [list, reason] of [
      ['anna@firm.example\nbo@firm.example', 'staff_refusal_list_head'],
      ['email,team\n"anna@firm.example,Tax', 'staff_refusal_list'],
      [long, 'staff_refusal_list_long'],
    ] as const)
      await expect(importStaff(owner, order(list))).rejects.toMatchObject({ code: 'refused', reason, field: 'list' });
    const other = await createEmployer();
    await expect(importStaff(await asPerson(other.ownerId), order('email\na@b.example'))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('somebody of the staff', () => {
  it('is changed and taken off by HR of her own employer only; what she had asked for goes back', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const other = await asPerson((await createEmployer()).ownerId);
    const volunteer = await createStaff(employer);
    const { _id: staffId = '' } = (await staffOf(volunteer.email)) ?? {};
    const change = { organisationId: employer.id, staffId, team: 'Audit', managerEmail: 'boss@firm.example' };
    await editStaff(owner, change);
    expect(await staffOf(volunteer.email)).toMatchObject({ team: 'Audit', managerEmail: 'boss@firm.example' });
    await expect(editStaff(owner, { ...change, managerEmail: volunteer.email })).rejects.toMatchObject({
      field: 'manager',
    });
    const foreign = { ...change, organisationId: (await createEmployer()).id };
    const hers = await asPerson(volunteer.id);
    for (const attempt of [
      () => editStaff(other, change),
      () => editStaff(owner, foreign),
      () => editStaff(owner, { ...change, staffId: newId() }),
      () => removeStaff(other, { organisationId: employer.id, staffId }),
      () => removeStaff(hers, { organisationId: employer.id, staffId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    const request = await createRequest(employer, { volunteer });
    await approveSponsorship(owner, { sponsorshipId: request.id });
    await atOnce([() => removeStaff(owner, { organisationId: employer.id, staffId }), () => leaveEmployer(hers)]);
    await drainAll();
    expect(await staffOf(volunteer.email)).toMatchObject({ state: 'left' });
    expect((await readSponsorship(request.id)).state).toBe('withdrawn');
    expect(await readYear(employer.id)).toMatchObject({ reservedMinutes: 0, freeMinutes: 6000 });
    await leaveEmployer(hers);
    const guest = { organisationId: employer.id, email: 'guest@firm.example', ...places };
    const invited = await inviteStaff(owner, guest);
    await removeStaff(owner, { organisationId: employer.id, staffId: invited.staffId });
    expect(await staffOf('guest@firm.example')).toBeNull();
  });

  it('joins by the domain of her confirmed address, once, and by no other', async () => {
    const domain = `d${newId().slice(-8)}.example`;
    const employer = await createEmployer({ domains: [domain] }, { email: `hr@${domain}` });
    const hers = await asPerson((await createSomePerson({ email: `sara@law.${domain}` })).id);
    const join = { organisationId: employer.id };
    await atOnce([1, 2, 3].map(() => () => joinByDomain(hers, join)));
    expect(await Staff.countDocuments({ organisationId: employer.id, email: `sara@law.${domain}` })).toBe(1);
    expect(await staffOf(`sara@law.${domain}`)).toMatchObject({ state: 'active', joinedBy: 'domain' });
    for (const email of [`eve@not${domain}`, `eve@${domain}.evil.example`]) {
      const stranger = await asPerson((await createSomePerson({ email })).id);
      await expect(joinByDomain(stranger, join)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(joinByDomain(asStranger(), join)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

it('lets owners set the hours of this year and the next, never below what is promised, never of a year that is over', async () => {
  const employer = await createEmployer();
  const owner = await asPerson(employer.ownerId);
  await drainAll();
  expect(await AuditEntries.findOne({ subjectId: employer.id, kind: 'programme.opened' }).lean()).toMatchObject({
    by: employer.ownerId,
    after: 'open',
  });
  const year = yearOf(now());
  const request = await createRequest(employer, { hours: 30 });
  await approveSponsorship(owner, { sponsorshipId: request.id });
  const set = (hours: number, of = year) => ({ organisationId: employer.id, year: of, hours });
  await setYearBudget(owner, set(40));
  expect(await readYear(employer.id)).toMatchObject({ budgetMinutes: 2400, freeMinutes: 600, reservedMinutes: 1800 });
  await expect(setYearBudget(owner, set(29))).rejects.toMatchObject({
    reason: 'programme_refusal_budget',
    field: 'hours',
  });
  await setYearBudget(owner, set(30));
  await setYearBudget(owner, set(200, year + 1));
  expect(await readYear(employer.id, year + 1)).toMatchObject({ budgetMinutes: 12_000 });
  for (const wrong of [year - 1, year + 2])
    await expect(setYearBudget(owner, set(200, wrong))).rejects.toMatchObject({ field: 'year' });
  const editor = await createMember(employer, 'editor');
  await expect(setYearBudget(await asPerson(editor.id), set(50))).rejects.toMatchObject({ code: 'forbidden' });
  const other = await createEmployer();
  await expect(setYearBudget(await asPerson(other.ownerId), set(50))).rejects.toMatchObject({ code: 'not_found' });
  const more = await createRequest(employer, { hours: 10 });
  await atOnce([
    () => setYearBudget(owner, set(40)),
    () => setYearBudget(owner, set(35)),
    () => approveSponsorship(owner, { sponsorshipId: more.id }),
  ]);
  expect(addsUp(await readYear(employer.id))).toBe(true);
});
