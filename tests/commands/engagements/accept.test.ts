/** Accepting an offer: the seat, the race for the last one, and what a crash leaves behind. */
import { afterEach, describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../src/lib/domains/engagements/server/commands/applications/accept-offer';
import { withdrawApplication } from '../../../src/lib/domains/engagements/server/commands/applications/withdraw-application';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { Applications, openKeyOf } from '../../../src/lib/domains/engagements/server/application.model';
import { Engagements } from '../../../src/lib/domains/engagements/server/engagement.model';
import { endOverdue, repairAcceptances } from '../../../src/lib/domains/engagements/server/jobs/application-timers';
import { takeSeat } from '../../../src/lib/domains/missions/server/commands/take-seat';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createOffer, createProposed, readApplication, readEngagement } from '../../support/factories/engagements';
import { createMission, readMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';

// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('accepting', () => {
  it('takes the seat and opens the engagement, once however often it is pressed', async () => {
    const { id, mission, byVolunteer } = await createOffer();
    const ctx = await byVolunteer();
    const results = await Promise.all(Array.from({ length: 8 }, () => acceptOffer(ctx, { applicationId: id })));
    expect(new Set(results.map(({ engagementId }) => engagementId))).toEqual(new Set([id]));
    await drainAll();
    expect((await readMission(mission.id)).roles[0]?.takenBy).toHaveLength(1);
    expect(await Engagements.countDocuments({ missionId: mission.id })).toBe(1);
    const engagement = await readEngagement(id);
    expect(engagement).toMatchObject({ state: 'proposed', charter: { version: 1, signatures: [] } });
    expect(engagement.charter.terms.hours).toBe(30);
  });

  it('gives the last seat to exactly one of 200 who accept at once; the others wait in line and are told', async () => {
    const mission = await createMission();
    const roleId = mission.roleIds[0] ?? '';
    const ctx = await asPerson(mission.ownerId);
    const offers = Array.from({ length: 200 }, () => ({ _id: newId(), personId: newId() }));
    for (const { _id, personId } of offers) {
      const which = { missionId: mission.id, roleId, personId };
      await Applications.create({
        _id,
        ...which,
        organisationId: mission.organisationId,
        openKey: openKeyOf(which),
        state: 'offered',
        appliedAt: now(),
        offeredAt: now(),
        dueAt: new Date(now().getTime() + 5 * DAY),
      });
    }
    const as = (personId: string) => ({ ...ctx, actor: { ...ctx.actor, personId } });
    const results = await Promise.allSettled(
      offers.map(({ _id, personId }) => acceptOffer(as(personId), { applicationId: _id })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ reason: 'application_refusal_seat_gone' });
    expect(await Applications.countDocuments({ missionId: mission.id, state: 'accepted' })).toBe(1);
    expect(await Applications.countDocuments({ missionId: mission.id, state: 'waitlisted' })).toBe(199);
    expect(await Engagements.countDocuments({ missionId: mission.id })).toBe(1);
    expect((await readMission(mission.id)).roles[0]).toMatchObject({ filledSeats: 1 });
  }, 120_000);

  it('meets a withdrawal with one consistent state', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, mission, byVolunteer } = await createOffer();
      const ctx = await byVolunteer();
      const results = await Promise.allSettled([
        acceptOffer(ctx, { applicationId: id }),
        withdrawApplication(ctx, { applicationId: id }),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await drainAll();
      const { state } = await readApplication(id);
      const taken = (await readMission(mission.id)).roles[0]?.filledSeats;
      expect({ state, taken, engaged: await Engagements.countDocuments({ _id: id }) }).toEqual(
        state === 'accepted'
          ? { state: 'accepted', taken: 1, engaged: 1 }
          : { state: 'withdrawn', taken: 0, engaged: 0 },
      );
    }
  }, 60_000);

  it('is for the volunteer alone, of an offer that stands', async () => {
    const { id, byNgo, byVolunteer } = await createOffer();
    await expect(acceptOffer(await byNgo(), { applicationId: id })).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(acceptOffer(outsider, { applicationId: id })).rejects.toMatchObject({ code: 'not_found' });
    await withdrawApplication(await byVolunteer(), { applicationId: id });
    await expect(acceptOffer(await byVolunteer(), { applicationId: id })).rejects.toMatchObject({
      reason: 'application_refusal_state',
    });
  });

  it('is not possible once the offer has lapsed, which frees the seat', async () => {
    const { id, mission, byVolunteer, volunteer } = await createOffer();
    // A crash after the seat was taken and before the application moved.
    await takeSeat(asSystem(), {
      missionId: mission.id,
      roleId: mission.roleIds[0] ?? '',
      engagementId: id,
      personId: volunteer.id,
    });
    const later = new Date(now().getTime() + 8 * DAY);
    setClock(later);
    await expect(acceptOffer(await byVolunteer(), { applicationId: id })).rejects.toMatchObject({
      reason: 'application_refusal_lapsed',
    });
    expect(await endOverdue()).toBeGreaterThan(0);
    await drainAll();
    expect(await readApplication(id)).toMatchObject({ state: 'expired', endCause: 'offer_lapsed' });
    expect((await readMission(mission.id)).roles[0]?.filledSeats).toBe(0);
    expect((await mailTo(volunteer.email)).at(-1)?.text).toContain('has lapsed');
  });

  it('is finished by the timer when a crash left no engagement', async () => {
    const { id } = await createProposed();
    await Engagements.deleteOne({ _id: id });
    await repairAcceptances();
    expect(await readEngagement(id)).toMatchObject({ state: 'proposed' });
  });

  it('waits again in line when the seat is gone, and moves up when it becomes free', async () => {
    const first = await createOffer();
    const second = await createOffer({ mission: first.mission });
    await acceptOffer(await first.byVolunteer(), { applicationId: first.id });
    await drainAll();
    expect(await readApplication(second.id)).toMatchObject({ state: 'waitlisted' });
    expect((await mailTo(second.volunteer.email)).at(-1)?.subject).toContain('last seat');
    await terminateEngagement(await first.byVolunteer(), {
      engagementId: first.id,
      kind: 'other',
      reason: 'Ill for a while.',
    });
    await drainAll();
    expect(await readApplication(second.id)).toMatchObject({ state: 'submitted' });
  });
});
