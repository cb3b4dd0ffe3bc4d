/** A public mission: pause, resume, more time, called off, filled; its seats; and what the timers do. */
import { describe, expect, it } from 'vitest';
import { advanceMission } from '../../../src/lib/domains/missions/server/commands/advance-mission';
import { cancelMission } from '../../../src/lib/domains/missions/server/commands/cancel-mission';
import { closeRecruitment } from '../../../src/lib/domains/missions/server/commands/close-recruitment';
import { extendDeadline } from '../../../src/lib/domains/missions/server/commands/extend-deadline';
import { pauseMission } from '../../../src/lib/domains/missions/server/commands/pause-mission';
import { releaseSeat } from '../../../src/lib/domains/missions/server/commands/release-seat';
import { resumeMission } from '../../../src/lib/domains/missions/server/commands/resume-mission';
import { takeSeat } from '../../../src/lib/domains/missions/server/commands/take-seat';
import { expireMissions } from '../../../src/lib/domains/missions/server/jobs/expire-missions';
import { remindDeadlines } from '../../../src/lib/domains/missions/server/jobs/remind-deadlines';
import { missionPage } from '../../../src/lib/domains/missions/server/queries/mission-page';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { setClock } from '../../../src/lib/server/clock';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aRole, createDraft, createMission, readMission, type CreatedMission } from '../../support/factories/missions';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const seat = (mission: CreatedMission, personId: string = newId(), engagementId = newId()) => ({
  missionId: mission.id,
  roleId: mission.roleIds[0] ?? '',
  engagementId,
  personId,
});
const ownerOf = (mission: CreatedMission) => asPerson(mission.ownerId);

describe('seats', () => {
  it('gives the last seat to exactly one of 200 who press at once', async () => {
    const mission = await createMission();
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => takeSeat(asSystem(), seat(mission))));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(199);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'refused' });
    const after = await readMission(mission.id);
    expect(after.state).toBe('filled');
    expect(after.roles[0]?.takenBy).toHaveLength(1);
  }, 60_000);

  it('fills five seats with five of forty, and no more', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 5 })] });
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => takeSeat(asSystem(), seat(mission))));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
    expect((await readMission(mission.id)).roles[0]).toMatchObject({ filledSeats: 5, seats: 5 });
  });

  it('counts one engagement once, and one person once in a role', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 3 })] });
    const order = seat(mission);
    await Promise.all([takeSeat(asSystem(), order), takeSeat(asSystem(), order)]);
    expect((await readMission(mission.id)).roles[0]?.filledSeats).toBe(1);
    await expect(takeSeat(asSystem(), { ...order, engagementId: newId() })).rejects.toMatchObject({
      reason: 'mission_error_seat_twice',
    });
  });

  it('is open again when a seat is given back in time', async () => {
    const mission = await createMission();
    const order = seat(mission);
    expect(await takeSeat(asSystem(), order)).toEqual({ filled: true });
    expect(await releaseSeat(asSystem(), order)).toEqual({ released: true });
    expect(await releaseSeat(asSystem(), order)).toEqual({ released: false });
    const after = await readMission(mission.id);
    expect(after.state).toBe('published');
    expect(after.roles[0]).toMatchObject({ filledSeats: 0, takenBy: [] });
  });

  it('is for the person herself, the NGO’s editors, and nobody else', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 3 })] });
    const volunteer = await createSomePerson();
    const outsider = await asPerson((await createSomePerson()).id);
    const order = seat(mission, volunteer.id);
    await expect(takeSeat(outsider, order)).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeSeat(asStranger(), order)).rejects.toMatchObject({ code: 'unauthenticated' });
    await takeSeat(await asPerson(volunteer.id), order);
    await expect(releaseSeat(outsider, order)).rejects.toMatchObject({ code: 'not_found' });
    await releaseSeat(await ownerOf(mission), order);
    await expect(takeSeat(asSystem(), { ...order, roleId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeSeat(asSystem(), { ...order, missionId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are not given by a mission that does not recruit', async () => {
    const draft = await createDraft();
    await expect(takeSeat(asSystem(), seat(draft))).rejects.toMatchObject({ reason: 'mission_error_state' });
  });
});

describe('work', () => {
  it('moves a mission on, step by step or further, and never back', async () => {
    const mission = await createMission();
    await expect(advanceMission(asSystem(), { missionId: mission.id, to: 'in_progress' })).rejects.toMatchObject({
      reason: 'mission_error_state',
    });
    const volunteer = await createSomePerson();
    await takeSeat(asSystem(), seat(mission, volunteer.id));
    const byVolunteer = await asPerson(volunteer.id);
    expect(await advanceMission(byVolunteer, { missionId: mission.id, to: 'in_progress' })).toEqual({
      state: 'in_progress',
    });
    expect(await advanceMission(byVolunteer, { missionId: mission.id, to: 'outcome_reported' })).toEqual({
      state: 'outcome_reported',
    });
    expect(await advanceMission(byVolunteer, { missionId: mission.id, to: 'delivered' })).toEqual({
      state: 'outcome_reported',
    });
    expect(await advanceMission(await ownerOf(mission), { missionId: mission.id, to: 'closed' })).toEqual({
      state: 'closed',
    });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(advanceMission(outsider, { missionId: mission.id, to: 'closed' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of one engagement leaves the other seats open, until the NGO looks no further', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 2 })] });
    await expect(closeRecruitment(await ownerOf(mission), { missionId: mission.id })).rejects.toMatchObject({
      reason: 'mission_error_nobody_yet',
    });
    await takeSeat(asSystem(), seat(mission));
    expect(await advanceMission(asSystem(), { missionId: mission.id, to: 'in_progress' })).toEqual({
      state: 'published',
    });
    await closeRecruitment(await ownerOf(mission), { missionId: mission.id });
    expect((await readMission(mission.id)).state).toBe('filled');
  });
});

describe('pause, resume, call off', () => {
  it('pauses and resumes, each once', async () => {
    const mission = await createMission();
    const owner = await ownerOf(mission);
    await pauseMission(owner, { missionId: mission.id });
    expect(await missionPage(asStranger(), mission.slug)).toMatchObject({ state: 'paused', open: false });
    await expect(pauseMission(owner, { missionId: mission.id })).rejects.toMatchObject({ code: 'refused' });
    const both = await Promise.allSettled([1, 2].map(() => resumeMission(owner, { missionId: mission.id })));
    expect(both.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect((await readMission(mission.id)).state).toBe('published');
  });

  it('does not resume after the deadline', async () => {
    const mission = await createMission();
    await pauseMission(await ownerOf(mission), { missionId: mission.id });
    setClock(new Date(Date.now() + 90 * DAY));
    await expect(resumeMission(await ownerOf(mission), { missionId: mission.id })).rejects.toMatchObject({
      reason: 'mission_error_deadline_past',
    });
  });

  it('is called off with a reason that stays readable, and its editors hear of it', async () => {
    const mission = await createMission();
    const editor = await createMember({ id: mission.organisationId }, 'editor', { locale: 'fr' });
    const reason = 'The Commission has withdrawn its proposal.';
    await cancelMission(await ownerOf(mission), { missionId: mission.id, reason });
    await drainAll();
    expect(await missionPage(asStranger(), mission.slug)).toMatchObject({ state: 'cancelled', endReason: reason });
    expect((await mailTo(editor.email)).at(-1)?.subject).toMatch(/^Annulée/);
    await expect(cancelMission(await ownerOf(mission), { missionId: mission.id, reason })).rejects.toMatchObject({
      reason: 'mission_error_state',
    });
  });

  it('is the NGO’s to do', async () => {
    const mission = await createMission();
    const outsider = await asPerson((await createSomePerson()).id);
    const viewer = await asPerson((await createMember({ id: mission.organisationId }, 'viewer')).id);
    const later = { missionId: mission.id, deadline: new Date(Date.now() + 99 * DAY), reason: 'The vote moved.' };
    for (const command of [pauseMission, resumeMission, closeRecruitment]) {
      await expect(command(outsider, { missionId: mission.id })).rejects.toMatchObject({ code: 'not_found' });
      await expect(command(viewer, { missionId: mission.id })).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(cancelMission(outsider, { missionId: mission.id, reason: 'No.' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(extendDeadline(asStranger(), later)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(extendDeadline(viewer, later)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('deadlines', () => {
  it('expires who found nobody, ends the search of who found somebody, and leaves work alone', async () => {
    const [alone, helped, busy] = await Promise.all([
      createMission(),
      createMission({ roles: [aRole({ seats: 2 })] }),
      createMission(),
    ]);
    await takeSeat(asSystem(), seat(helped));
    await takeSeat(asSystem(), seat(busy));
    await advanceMission(asSystem(), { missionId: busy.id, to: 'in_progress' });
    const editor = await createMember({ id: alone.organisationId }, 'editor');
    setClock(new Date(Date.now() + 61 * DAY));
    expect(await expireMissions(asSystem())).toBeGreaterThanOrEqual(2);
    await drainAll();
    const states = await Promise.all([alone, helped, busy].map(async ({ id }) => (await readMission(id)).state));
    expect(states).toEqual(['expired', 'filled', 'in_progress']);
    expect((await mailTo(editor.email)).at(-1)?.subject).toMatch(/^The deadline has passed/);
    expect(await expireMissions(asSystem())).toBe(0);
  });

  it('is open again with more time, and cannot move towards those who rely on it', async () => {
    const mission = await createMission();
    const { deadline } = await readMission(mission.id);
    const move = async (to: Date) =>
      extendDeadline(await ownerOf(mission), { missionId: mission.id, deadline: to, reason: 'The vote moved.' });
    await expect(move(new Date(deadline.getTime() - DAY))).rejects.toMatchObject({
      reason: 'mission_error_deadline_earlier',
      field: 'deadlineDay',
    });
    setClock(new Date(deadline.getTime() + DAY));
    await expireMissions(asSystem());
    await move(new Date(deadline.getTime() + 30 * DAY));
    const page = await missionPage(asStranger(), mission.slug);
    expect(page).toMatchObject({ state: 'published', open: true });
    expect(page.timeline.at(-1)).toMatchObject({ what: 'deadline_extended', note: 'The vote moved.' });
  });

  it('reminds the editors seven and two days before, once each, in their language', async () => {
    const mission = await createMission({ deadline: new Date(Date.now() + 30 * DAY) });
    const editor = await createMember({ id: mission.organisationId }, 'editor', { locale: 'nl' });
    const remindersAt = async (days: number) => {
      setClock(new Date(Date.now() + (30 - days) * DAY));
      await remindDeadlines(asSystem());
      await remindDeadlines(asSystem());
      await drainAll();
      setClock();
      const mails = await mailTo(editor.email);
      return mails.filter((mail) => mail.subject.startsWith('Nog plaatsen vrij')).length;
    };
    expect(await remindersAt(8)).toBe(0);
    expect(await remindersAt(6.9)).toBe(1);
    expect(await remindersAt(5)).toBe(1);
    expect(await remindersAt(1.9)).toBe(2);
    expect(await remindersAt(1)).toBe(2);
  });
});
