/** The plan of a piece of work: both sides keep it, and it says how the work stands. */
import { describe, expect, it } from 'vitest';
import { removeMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/remove-milestone';
import { saveMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/tick-milestone';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { planPage } from '../../../src/lib/domains/engagements/server/queries/work/plan-page';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
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
    await terminateEngagement(her, { engagementId: made.id, reason: 'The file was withdrawn.' });
    await expect(saveMilestone(her, step(made.id, 'Late', 1))).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
  });
});
