/** Hours: what may be logged, who verifies, and what two at once do. */
import { afterEach, describe, expect, it } from 'vitest';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { deleteHours } from '../../../src/lib/domains/engagements/server/commands/hours/delete-hours';
import { editHours } from '../../../src/lib/domains/engagements/server/commands/hours/edit-hours';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { queryHours } from '../../../src/lib/domains/engagements/server/commands/hours/query-hours';
import { rejectHours } from '../../../src/lib/domains/engagements/server/commands/hours/reject-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { hoursPage } from '../../../src/lib/domains/engagements/server/queries/work/hours-page';
import { workFigures } from '../../../src/lib/domains/engagements/server/queries/work-figures';
import { acceptInvitation } from '../../../src/lib/domains/organisations/server/commands/members/accept-invitation';
import { inviteMember } from '../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createEngagement,
  createProposed,
  readEngagement,
  type CreatedApplication,
} from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';
import { createSomePerson, createVerifiedOrganisation } from '../../support/factories/organisations';

const today = () => isoDay(now());
const work = ({ id }: CreatedApplication, minutes = 90, day = today()) => ({
  engagementId: id,
  day,
  minutes,
  kind: 'drafting' as const,
  note: 'Articles 4 to 9.',
});

afterEach(() => setClock());
// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('logging', () => {
  it('adds to totals that are computed from the entries', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    await logHours(ctx, work(made, 90));
    const { entryId } = await logHours(ctx, work(made, 30));
    await editHours(ctx, { ...work(made, 45), entryId });
    const page = await hoursPage(ctx, made.id);
    expect(page.totals).toEqual({ logged: 135, verified: 0, queried: 0, rejected: 0, total: 135 });
    await deleteHours(ctx, { engagementId: made.id, entryId });
    await deleteHours(ctx, { engagementId: made.id, entryId });
    expect((await hoursPage(ctx, made.id)).totals.total).toBe(90);
  });

  it('counts a form sent ten times once', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    const key = newId();
    const results = await Promise.all(Array.from({ length: 10 }, () => logHours(ctx, work(made), key)));
    expect(new Set(results.map(({ entryId }) => entryId)).size).toBe(1);
    expect((await readEngagement(made.id)).hours).toHaveLength(1);
  });

  it('refuses at the field: nothing, less than nothing, no number, 25 hours, tomorrow, before the charter', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    for (const minutes of [0, -60, Number.NaN, 1.5])
      await expect(logHours(ctx, work(made, minutes))).rejects.toMatchObject({ code: 'invalid', field: 'hours' });
    await expect(logHours(ctx, work(made, 25 * 60))).rejects.toMatchObject({
      reason: 'hours_refusal_day_full',
      field: 'hours',
    });
    const tomorrow = isoDay(new Date(now().getTime() + 2 * DAY));
    await expect(logHours(ctx, work(made, 60, tomorrow))).rejects.toMatchObject({ field: 'day' });
    const before = isoDay(new Date(now().getTime() - 2 * DAY));
    await expect(logHours(ctx, work(made, 60, before))).rejects.toMatchObject({ reason: 'hours_refusal_before' });
    await expect(logHours(ctx, work(made, 60, 'yesterday'))).rejects.toMatchObject({ field: 'day' });
  });

  it('holds 24 hours a day across entries, even of two that arrive at once', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    const results = await Promise.allSettled([1, 2, 3].map(() => logHours(ctx, work(made, 10 * 60))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await hoursPage(ctx, made.id)).totals.total).toBe(20 * 60);
  });

  it('holds 24 hours a day across missions', async () => {
    const made = await createEngagement();
    const other = await createEngagement({ mission: await createMission(), volunteer: made.volunteer });
    const ctx = await made.byVolunteer();
    await logHours(ctx, work(made, 20 * 60));
    await expect(logHours(ctx, work(other, 5 * 60))).rejects.toMatchObject({ reason: 'hours_refusal_day_full' });
  });

  it('takes the days on which clocks change as days of 24 hours', async () => {
    for (const day of ['2027-03-28', '2027-10-31']) {
      setClock(new Date(`${day}T08:00:00Z`));
      const made = await createEngagement();
      setClock(new Date(`${day}T21:30:00Z`));
      const ctx = await made.byVolunteer();
      await logHours(ctx, work(made, 24 * 60, day));
      await expect(logHours(ctx, work(made, 1, day))).rejects.toMatchObject({ field: 'hours' });
    }
  });

  it('is for the volunteer, once both have signed', async () => {
    const proposed = await createProposed();
    await expect(logHours(await proposed.byVolunteer(), work(proposed))).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
    const made = await createEngagement();
    await expect(logHours(await made.byNgo(), work(made))).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(logHours(outsider, work(made))).rejects.toMatchObject({ code: 'not_found' });
    await expect(logHours(asStranger(), work(made))).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(hoursPage(outsider, made.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('verifying', () => {
  it('takes many at once, and what is verified stays as it is', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    const entries = [await logHours(ctx, work(made, 60)), await logHours(ctx, work(made, 30))];
    const entryIds = entries.map(({ entryId }) => entryId);
    const before = (await workFigures()).verifiedHours;
    const ngo = await made.byNgo();
    expect(await verifyHours(ngo, { engagementId: made.id, entryIds })).toEqual({ verified: 2 });
    expect(await verifyHours(ngo, { engagementId: made.id, entryIds })).toEqual({ verified: 0 });
    expect((await workFigures()).verifiedHours).toBeGreaterThan(before);
    const [entryId = ''] = entryIds;
    for (const change of [
      () => editHours(ctx, { ...work(made), entryId }),
      () => deleteHours(ctx, { engagementId: made.id, entryId }),
      () => rejectHours(ngo, { engagementId: made.id, entryId, reason: 'Too late.' }),
    ])
      await expect(change()).rejects.toMatchObject({ reason: 'hours_refusal_decided' });
  });

  it('may be a question, which the volunteer answers by a correction, or a no with a reason', async () => {
    const made = await createEngagement();
    const [ctx, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const { entryId } = await logHours(ctx, work(made, 600));
    await queryHours(ngo, { engagementId: made.id, entryId, reason: 'Ten hours in a day?' });
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('> Ten hours in a day?');
    await editHours(ctx, { ...work(made, 60), entryId });
    expect((await readEngagement(made.id)).hours[0]).toMatchObject({ state: 'logged', reason: '' });
    await rejectHours(ngo, { engagementId: made.id, entryId, reason: 'Another mission.' });
    expect((await hoursPage(ctx, made.id)).totals).toMatchObject({ rejected: 60, total: 0 });
    await expect(verifyHours(ngo, { engagementId: made.id, entryIds: [entryId] })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(verifyHours(ngo, { engagementId: made.id, entryIds: [newId()] })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is forbidden to a volunteer who is an editor of the NGO herself', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    const { entryId } = await logHours(ctx, work(made));
    const { token } = await inviteMember(asSystem(), {
      organisationId: made.mission.organisationId,
      email: made.volunteer.email,
      role: 'editor',
    });
    await acceptInvitation(ctx, { token });
    const order = { engagementId: made.id, entryIds: [entryId] };
    await expect(verifyHours(ctx, order)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'engagement_refusal_own',
    });
    expect((await readEngagement(made.id)).hours[0]?.state).toBe('logged');
    const elsewhere = await createVerifiedOrganisation();
    await expect(verifyHours(await asPerson(elsewhere.ownerId), order)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('asks the NGO by mail at most once a day for each engagement', async () => {
    const made = await createEngagement();
    const ctx = await made.byVolunteer();
    await logHours(ctx, work(made, 10));
    await drainAll();
    await logHours(ctx, work(made, 10));
    await drainAll();
    const owner = await personContact(made.mission.ownerId);
    const asked = (await mailTo(owner?.email ?? '')).filter(({ subject }) => subject.includes('logged hours'));
    expect(asked).toHaveLength(1);
  });
});
