/** The line of a filled role: joining, one's place, leaving, and moving up when a seat becomes free. */
import { afterEach, describe, expect, it } from 'vitest';
import { applyForRole } from '../../../src/lib/domains/engagements/server/commands/applications/apply-for-role';
import { withdrawApplication } from '../../../src/lib/domains/engagements/server/commands/applications/withdraw-application';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { applicationPage } from '../../../src/lib/domains/engagements/server/queries/application-page';
import { applyPage } from '../../../src/lib/domains/engagements/server/queries/apply-page';
import { closeRecruitment } from '../../../src/lib/domains/missions/server/commands/close-recruitment';
import { setClock } from '../../../src/lib/server/clock';
import { addWorkingDays } from '../../../src/lib/shared/dates';
import { asPerson } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant, createProposed, NOTE, readApplication } from '../../support/factories/engagements';
import { aRole, createMission, readMission } from '../../support/factories/missions';

afterEach(() => setClock());
afterEach(drainAll);

describe('the waiting list of a filled mission', () => {
  it('is joined in order, left, and moves up with the usual deadline when a seat becomes free', async () => {
    const START = new Date('2027-03-01T09:00:00Z');
    setClock(START);
    const seated = await createProposed();
    await drainAll();
    const { mission, roleId } = seated;
    expect((await readMission(mission.id)).state).toBe('filled');
    const line = [];
    for (let at = 0; at < 3; at++) {
      setClock(new Date(START.getTime() + at * 60_000));
      const volunteer = await createApplicant();
      const ctx = await asPerson(volunteer.id);
      expect(await applyPage(ctx, mission.slug, roleId)).toMatchObject({ refusal: null, waits: true, ahead: at });
      const applied = await applyForRole(ctx, { missionId: mission.id, roleId, note: NOTE });
      expect(applied.state).toBe('waitlisted');
      line.push({ volunteer, ctx, id: applied.applicationId });
    }
    const [first, second, third] = line as [(typeof line)[0], (typeof line)[0], (typeof line)[0]];
    expect((await applicationPage(third.ctx, third.id)).place).toBe(3);
    await withdrawApplication(first.ctx, { applicationId: first.id });
    expect((await applicationPage(second.ctx, second.id)).place).toBe(1);
    await terminateEngagement(await seated.byVolunteer(), {
      engagementId: seated.id,
      kind: 'other',
      reason: 'I fell ill.',
    });
    await drainAll();
    expect((await readMission(mission.id)).state).toBe('published');
    const moved = await readApplication(second.id);
    expect(moved).toMatchObject({ state: 'submitted' });
    expect(moved.dueAt).toEqual(addWorkingDays(moved.queuedAt ?? START, 5));
    expect((await applicationPage(second.ctx, second.id)).place).toBeNull();
    expect((await mailTo(second.volunteer.email)).length).toBeGreaterThan(1);
  });

  it('is closed where the NGO ended the search', async () => {
    const mission = await createMission({ roles: [aRole(), aRole({ seats: 2 })] });
    await createProposed({ mission });
    await closeRecruitment(await asPerson(mission.ownerId), { missionId: mission.id });
    const ctx = await asPerson((await createApplicant()).id);
    const order = { missionId: mission.id, roleId: mission.roleIds[1] ?? '', note: NOTE };
    await expect(applyForRole(ctx, order)).rejects.toMatchObject({ reason: 'application_refusal_closed' });
  });
});
