/** Requests for sponsored hours: who decides, what an approval holds, and that a year is never overdrawn. */
import { afterEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../../../src/lib/domains/engagements/server/commands/applications/withdraw-application';
import { addsUp } from '../../../src/lib/domains/programmes/budget';
import { reserve, ensureYear } from '../../../src/lib/domains/programmes/server/budget/year-budget';
import { approveSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { recallSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/recall-sponsorship';
import { refuseSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/refuse-sponsorship';
import { requestSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/request-sponsorship';
import { withdrawSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/withdraw-sponsorship';
import { lapseRequests, repairReservations } from '../../../src/lib/domains/programmes/server/jobs/keep-requests';
import { Sponsorships } from '../../../src/lib/domains/programmes/server/sponsorship.model';
import { yearOf } from '../../../src/lib/domains/programmes/programme';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant, createApplication } from '../../support/factories/engagements';
import { createMember } from '../../support/factories/organisations';
import { createMission } from '../../support/factories/missions';
import {
  createEmployer,
  createRequest,
  createStaff,
  readSponsorship,
  readYear,
} from '../../support/factories/programmes';

afterEach(() => setClock());
afterEach(drainAll);

const ask = (applicationId: string, minutes = 600) => ({ applicationId, minutes, showsMission: false, note: '' });

describe('asking', () => {
  it('waits for HR, who gets a mail in her language, and sets hours aside when she approves', async () => {
    const employer = await createEmployer({}, { locale: 'fr' });
    const request = await createRequest(employer);
    await drainAll();
    expect((await mailTo(employer.ownerEmail)).at(-1)?.locale).toBe('fr');
    await approveSponsorship(await asPerson(employer.ownerId), { sponsorshipId: request.id });
    expect(await readSponsorship(request.id)).toMatchObject({ state: 'approved', year: yearOf(now()) });
    expect(await readYear(employer.id)).toMatchObject({ budgetMinutes: 6000, freeMinutes: 5400, reservedMinutes: 600 });
    await drainAll();
    expect((await mailTo(request.volunteer.email)).at(-1)?.subject).toContain('10');
  });

  it('is decided at once where the rule is automatic', async () => {
    const employer = await createEmployer({ approval: 'automatic' });
    const request = await createRequest(employer);
    expect((await readSponsorship(request.id)).state).toBe('approved');
    const tooMuch = await createRequest(employer, { hours: 60 });
    const more = await createRequest(employer, { hours: 60 });
    expect((await readSponsorship(tooMuch.id)).state).toBe('approved');
    expect((await readSponsorship(more.id)).state).toBe('requested');
  });

  it('makes one request of two presses', async () => {
    const employer = await createEmployer();
    const volunteer = await createStaff(employer);
    const application = await createApplication({ volunteer });
    const ctx = await asPerson(volunteer.id);
    await atOnce(Array.from({ length: 6 }, () => () => requestSponsorship(ctx, ask(application.id))));
    expect((await readSponsorship(application.id)).timeline).toHaveLength(1);
  });

  it('refuses excluded causes and parties, people without an employer, work of others, and amounts out of bounds', async () => {
    const employer = await createEmployer({ excludedCauses: ['climate'] });
    const volunteer = await createStaff(employer);
    const ctx = await asPerson(volunteer.id);
    const climate = await createApplication({ volunteer });
    await expect(requestSponsorship(ctx, ask(climate.id))).rejects.toMatchObject({
      reason: 'sponsorship_refusal_cause',
    });
    const other = await createEmployer({ excludedParties: ['Élan  Pétrole'] });
    const lawyer = await createStaff(other);
    const mission = await createMission({ opposingParties: ['ELAN PETROLE'] });
    const against = await createApplication({ mission, volunteer: lawyer });
    const hers = await asPerson(lawyer.id);
    await expect(requestSponsorship(hers, ask(against.id))).rejects.toMatchObject({
      reason: 'sponsorship_refusal_party',
    });
    await expect(requestSponsorship(hers, ask(climate.id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(requestSponsorship(hers, ask(newId()))).rejects.toMatchObject({ code: 'not_found' });
    const own = await createApplication({ volunteer: lawyer });
    for (const minutes of [0, 59, -600, 90.5, Number.NaN])
      await expect(requestSponsorship(hers, ask(own.id, minutes))).rejects.toMatchObject({ code: 'invalid' });
    await expect(requestSponsorship(hers, ask(own.id, 61 * 60))).rejects.toMatchObject({ field: 'hours' });
    const free = await createApplicant();
    const alone = await createApplication({ volunteer: free });
    await expect(requestSponsorship(await asPerson(free.id), ask(alone.id))).rejects.toMatchObject({
      reason: 'sponsorship_refusal_no_programme',
    });
    await expect(requestSponsorship(asStranger(), ask(alone.id))).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('deciding', () => {
  it('is for HR and the manager, never for oneself, and another employer learns nothing', async () => {
    const employer = await createEmployer({ approval: 'manager' });
    const manager = await createStaff(employer);
    const volunteer = await createStaff(employer, { managerEmail: manager.email });
    const colleague = await createStaff(employer);
    const viewer = await createMember(employer, 'viewer');
    const request = await createRequest(employer, { volunteer });
    const which = { sponsorshipId: request.id };
    await expect(approveSponsorship(await asPerson(volunteer.id), which)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approveSponsorship(await asPerson(colleague.id), which)).rejects.toMatchObject({ code: 'not_found' });
    await expect(approveSponsorship(await asPerson(viewer.id), which)).rejects.toMatchObject({ code: 'forbidden' });
    const other = await createEmployer();
    for (const ctx of [await asPerson(other.ownerId), await request.byNgo()]) {
      await expect(approveSponsorship(ctx, which)).rejects.toMatchObject({ code: 'not_found' });
      await expect(refuseSponsorship(ctx, { ...which, reason: 'no' })).rejects.toMatchObject({ code: 'not_found' });
      await expect(recallSponsorship(ctx, { ...which, reason: 'no' })).rejects.toMatchObject({ code: 'not_found' });
      await expect(withdrawSponsorship(ctx, which)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(approveSponsorship(asStranger(), which)).rejects.toMatchObject({ code: 'unauthenticated' });
    await drainAll();
    expect(await mailTo(manager.email)).not.toHaveLength(0);
    await approveSponsorship(await asPerson(manager.id), which);
    await approveSponsorship(await asPerson(manager.id), which);
    expect(await readSponsorship(request.id)).toMatchObject({ state: 'approved', decidedByName: manager.name });
  });

  it('does not let an owner of the employer approve her own request', async () => {
    const employer = await createEmployer();
    const member = await createMember(employer, 'owner');
    const request = await createRequest(employer);
    await Sponsorships.updateOne({ _id: request.id }, { $set: { personId: member.id } });
    const ctx = await asPerson(member.id);
    await expect(approveSponsorship(ctx, { sponsorshipId: request.id })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'sponsorship_refusal_own',
    });
    await expect(recallSponsorship(ctx, { sponsorshipId: request.id, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('refuses with a reason, lapses after ten working days, and may then be asked again', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const refused = await createRequest(employer);
    await refuseSponsorship(owner, { sponsorshipId: refused.id, reason: 'This quarter is full.' });
    await expect(approveSponsorship(owner, { sponsorshipId: refused.id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(requestSponsorship(await refused.byVolunteer(), ask(refused.id))).rejects.toMatchObject({
      reason: 'sponsorship_refusal_decided',
    });
    const late = await createRequest(employer);
    await lapseRequests(new Date(now().getTime() + 9 * DAY));
    expect((await readSponsorship(late.id)).state).toBe('requested');
    await lapseRequests(new Date(now().getTime() + 15 * DAY));
    expect((await readSponsorship(late.id)).state).toBe('lapsed');
    await requestSponsorship(await late.byVolunteer(), ask(late.id));
    expect((await readSponsorship(late.id)).state).toBe('requested');
    await drainAll();
    const words = (await mailTo(refused.volunteer.email)).map(({ text }) => text).join();
    expect(words).toContain('This quarter is full.');
  });

  it('holds each person to her cap', async () => {
    const employer = await createEmployer({ yearlyHours: 100, capHours: 15 });
    const volunteer = await createStaff(employer);
    const owner = await asPerson(employer.ownerId);
    const first = await createRequest(employer, { volunteer });
    const second = await createRequest(employer, { volunteer });
    await approveSponsorship(owner, { sponsorshipId: first.id });
    await expect(approveSponsorship(owner, { sponsorshipId: second.id })).rejects.toMatchObject({
      reason: 'sponsorship_refusal_cap',
    });
    await recallSponsorship(owner, { sponsorshipId: first.id, reason: 'The case ended.' });
    await approveSponsorship(owner, { sponsorshipId: second.id });
    expect(addsUp(await readYear(employer.id))).toBe(true);
  });

  it('takes hours of the year in which it is approved', async () => {
    const employer = await createEmployer();
    const owner = await asPerson(employer.ownerId);
    const old = await createRequest(employer);
    await approveSponsorship(owner, { sponsorshipId: old.id });
    const year = yearOf(now());
    // Half past eleven in the evening of New Year's Eve in London is next year in Brussels.
    setClock(() => new Date(Date.UTC(year, 11, 31, 23, 30)));
    const fresh = await createRequest(employer);
    await approveSponsorship(await asPerson(employer.ownerId), { sponsorshipId: fresh.id });
    expect(await readYear(employer.id, year + 1)).toMatchObject({ reservedMinutes: 600, budgetMinutes: 6000 });
    expect(await readYear(employer.id, year)).toMatchObject({ reservedMinutes: 600 });
    await recallSponsorship(await asPerson(employer.ownerId), { sponsorshipId: old.id, reason: 'New year.' });
    expect(await readYear(employer.id, year)).toMatchObject({ reservedMinutes: 0, freeMinutes: 6000 });
  });
});

describe('many at once', () => {
  it('approves the last hours for ten of 200 requests and never more', async () => {
    const employer = await createEmployer({ yearlyHours: 100, capHours: 10 });
    const owner = await asPerson(employer.ownerId);
    const pattern = await createRequest(employer);
    const seen = await readSponsorship(pattern.id);
    const ids = Array.from({ length: 200 }, () => newId());
    await Sponsorships.insertMany(ids.map((_id) => ({ ...seen, _id, personId: newId(), outbox: [], timeline: [] })));
    const results = await atOnce(ids.map((sponsorshipId) => () => approveSponsorship(owner, { sponsorshipId })));
    const won = results.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(10);
    const reasons = results.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { reason: string }).reason] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['sponsorship_refusal_budget']));
    const year = await readYear(employer.id);
    expect(year).toMatchObject({ freeMinutes: 0, reservedMinutes: 6000, usedMinutes: 0 });
    expect(addsUp(year)).toBe(true);
    expect(await Sponsorships.countDocuments({ organisationId: employer.id, state: 'approved' })).toBe(10);
  });

  it('lets one of two deciders win, and gives nothing away twice', async () => {
    const employer = await createEmployer();
    const second = await createMember(employer, 'editor');
    const request = await createRequest(employer);
    const which = { sponsorshipId: request.id };
    const [owner, editor, volunteer] = [
      await asPerson(employer.ownerId),
      await asPerson(second.id),
      await request.byVolunteer(),
    ];
    await atOnce([
      () => approveSponsorship(owner, which),
      () => approveSponsorship(editor, which),
      () => refuseSponsorship(editor, { ...which, reason: 'No hours.' }),
      () => withdrawSponsorship(volunteer, which),
    ]);
    const { state } = await readSponsorship(request.id);
    await repairReservations();
    const year = await readYear(employer.id);
    expect(year.reservedMinutes).toBe(state === 'approved' ? 600 : 0);
    expect(addsUp(year)).toBe(true);
  });

  it('finishes what a crash left half done', async () => {
    const employer = await createEmployer();
    const request = await createRequest(employer);
    const year = yearOf(now());
    await ensureYear(employer.id, year, 6000);
    const order = { organisationId: employer.id, year, sponsorshipId: request.id, personId: request.volunteer.id };
    await reserve({ ...order, minutes: 600, capMinutes: 3600, by: employer.ownerId, byName: 'Ada' });
    await repairReservations();
    expect(await readSponsorship(request.id)).toMatchObject({ state: 'approved', decidedByName: 'Ada' });
    await Sponsorships.updateOne({ _id: request.id }, { $set: { state: 'withdrawn' } });
    await repairReservations();
    expect(await readYear(employer.id)).toMatchObject({ reservedMinutes: 0, freeMinutes: 6000 });
  });
});

it('returns the hours of an application that is withdrawn', async () => {
  const employer = await createEmployer({ approval: 'automatic' });
  const request = await createRequest(employer);
  await withdrawApplication(await request.byVolunteer(), { applicationId: request.id });
  await drainAll();
  expect((await readSponsorship(request.id)).state).toBe('closed');
  expect(await readYear(employer.id)).toMatchObject({ reservedMinutes: 0, freeMinutes: 6000 });
  await withdrawSponsorship(asSystem(), { sponsorshipId: request.id }).catch((error: { code: string }) =>
    expect(error.code).toBe('conflict'),
  );
});
