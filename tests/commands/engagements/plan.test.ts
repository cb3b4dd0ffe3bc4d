/** The plan of a piece of work: both sides keep it, and it says how the work stands. */
import { afterEach, describe, expect, it } from 'vitest';
import { removeMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/remove-milestone';
import { saveMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/tick-milestone';
import { acceptDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/accept-deliverable';
import { submitDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { remindOfSteps } from '../../../src/lib/domains/engagements/server/jobs/plan-timers';
import { planPage } from '../../../src/lib/domains/engagements/server/queries/work/plan-page';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createEngagement, readEngagement } from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const inDays = (days: number) => isoDay(new Date(now().getTime() + days * DAY));
const step = (engagementId: string, title: string, days: number) => ({
  engagementId,
  milestoneId: null,
  title,
  day: inDays(days),
  owner: 'volunteer' as const,
});

describe('a plan', () => {
  it('is kept by both sides, in order, and says whether the work is ahead or behind', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    await saveMilestone(her, step(made.id, 'Second draft', 9));
    await saveMilestone(ngo, { ...step(made.id, 'First draft', 3), owner: 'ngo' });
    let page = await planPage(ngo, made.id);
    expect(page.milestones.map(({ title, owner }) => [title, owner])).toEqual([
      ['First draft', 'ngo'],
      ['Second draft', 'volunteer'],
    ]);
    expect(page.pace).toMatchObject({ state: 'on_time', done: 0, total: 2, next: { title: 'First draft' } });
    const [first] = page.milestones;
    const which = { engagementId: made.id, milestoneId: first?.id ?? '' };
    await tickMilestone(her, { ...which, done: true });
    await tickMilestone(ngo, { ...which, done: true });
    expect((await planPage(her, made.id)).pace).toMatchObject({ state: 'ahead', days: 3, done: 1 });
    await tickMilestone(her, { ...which, done: false });
    await saveMilestone(ngo, { ...step(made.id, 'First draft, short', 4), milestoneId: which.milestoneId });
    setClock(new Date(now().getTime() + 6 * DAY));
    page = await planPage(await made.byNgo(), made.id);
    expect(page.pace).toMatchObject({ state: 'behind', days: 2 });
    await removeMilestone(await made.byVolunteer(), which);
    await removeMilestone(await made.byVolunteer(), which);
    expect((await planPage(await made.byVolunteer(), made.id)).pace).toMatchObject({ state: 'on_time', total: 1 });
    expect((await readEngagement(made.id)).timeline.map(({ what }) => what)).toContain('milestone_removed');
  });

  it('counts a form sent five times once, and keeps both of two steps added at once', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const key = newId();
    await Promise.all([1, 2, 3, 4, 5].map(() => saveMilestone(her, step(made.id, 'Kick-off', 1), key)));
    await Promise.all([saveMilestone(her, step(made.id, 'Draft', 2)), saveMilestone(ngo, step(made.id, 'Review', 3))]);
    expect((await planPage(her, made.id)).milestones.map(({ title }) => title)).toEqual([
      'Kick-off',
      'Draft',
      'Review',
    ]);
  });

  it('refuses a day before the work, a step that is gone, an end, viewers and strangers', async () => {
    const made = await createEngagement();
    const her = await made.byVolunteer();
    await expect(saveMilestone(her, step(made.id, 'Too early', -3))).rejects.toMatchObject({ field: 'day' });
    const gone = { engagementId: made.id, milestoneId: newId() };
    await expect(tickMilestone(her, { ...gone, done: true })).rejects.toMatchObject({ reason: 'plan_refusal_gone' });
    await expect(saveMilestone(her, { ...step(made.id, 'Gone', 1), ...gone })).rejects.toMatchObject({
      code: 'conflict',
    });
    const viewer = await asPerson((await createMember({ id: made.mission.organisationId }, 'viewer')).id);
    await expect(saveMilestone(viewer, step(made.id, 'Mine', 1))).rejects.toMatchObject({ code: 'forbidden' });
    expect((await planPage(viewer, made.id)).steps).toEqual([]);
    const outsider = await asPerson((await createSomePerson()).id);
    for (const refused of [
      () => saveMilestone(outsider, step(made.id, 'Mine', 1)),
      () => removeMilestone(outsider, gone),
      () => planPage(outsider, made.id),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveMilestone(asStranger(), step(made.id, 'Mine', 1))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await terminateEngagement(her, { engagementId: made.id, kind: 'other', reason: 'The file was withdrawn.' });
    await expect(saveMilestone(her, step(made.id, 'Late', 1))).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
  });
});

describe('reminders and ties', () => {
  afterEach(() => setClock());

  it('come to whoever sees to the step, one mail for all steps of a day, until it is done or moved', async () => {
    // At noon, so that a day is a day wherever the tests run.
    const start = new Date(`${inDays(1)}T11:00:00Z`);
    setClock(start);
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    await saveMilestone(her, step(made.id, 'Outline', 5));
    await saveMilestone(her, step(made.id, 'Draft', 5));
    await saveMilestone(ngo, { ...step(made.id, 'Comments', 20), owner: 'ngo' });
    await drainAll();
    const on = async (days: number) => {
      setClock(new Date(start.getTime() + days * DAY));
      await remindOfSteps();
      await remindOfSteps();
      await drainAll();
      const mails = await mailTo(made.volunteer.email);
      return mails.filter(({ text }) => text.includes(`/engagements/${made.id}/plan`)).map(({ subject }) => subject);
    };
    expect(await on(1)).toEqual([]);
    const [first, ...others] = await on(2.1);
    expect(first).toMatch(/^2 steps need you/);
    expect(others).toEqual([]);
    const outline = (await readEngagement(made.id)).plan?.find(({ title }) => title === 'Outline')?.id ?? '';
    await tickMilestone({ ...her, now: now() }, { engagementId: made.id, milestoneId: outline, done: true });
    expect((await on(5.1)).slice(1)).toEqual(['“Draft” is due today']);
    expect((await on(6.1)).slice(2)).toMatchObject([expect.stringMatching(/^“Draft” was due on/)]);
    expect(await on(9)).toHaveLength(3);
    expect(await on(13.1)).toHaveLength(4);
    expect((await readEngagement(made.id)).plan?.find(({ title }) => title === 'Comments')?.reminded).toEqual([]);
  });

  it('let a step wait for its deliverable, and tick it off with the acceptance', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const deliverableId = (await readEngagement(made.id)).deliverables[0]?.id ?? '';
    const tied = { ...step(made.id, 'Hand in', 3), deliverable: deliverableId };
    await expect(saveMilestone(her, { ...tied, deliverable: newId() })).rejects.toMatchObject({ field: 'deliverable' });
    await saveMilestone(her, tied);
    const milestoneId = (await readEngagement(made.id)).plan?.[0]?.id ?? '';
    const which = { engagementId: made.id, milestoneId };
    await expect(tickMilestone(her, { ...which, done: true })).rejects.toMatchObject({ reason: 'plan_refusal_tied' });
    await submitDeliverable(her, { engagementId: made.id, deliverableId, note: '', link: null, text: 'Text.' });
    await acceptDeliverable(ngo, { engagementId: made.id, deliverableId });
    const { milestones, pace } = await planPage(her, made.id);
    expect(milestones).toMatchObject([{ doneOn: inDays(0), deliverable: { id: deliverableId } }]);
    expect(pace).toMatchObject({ state: 'done', done: 1 });
  });
});
