/** The platform's figures are counted from what happened, keep small groups out, and are for moderators alone. */
import { describe, expect, it } from 'vitest';
import { Applications } from '../../../src/lib/domains/engagements/server/application.model';
import { Engagements } from '../../../src/lib/domains/engagements/server/engagement.model';
import { Impressions } from '../../../src/lib/domains/matching/server/exposure/impression.model';
import { forgetPool } from '../../../src/lib/domains/matching/server/pool/volunteer-pool';
import { platformFigures } from '../../../src/lib/domains/transparency/server/queries/platform-figures';
import { DAY, HOUR } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { createMission } from '../../support/factories/missions';
import { createModerator, createSomePerson } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const PERIOD = { from: '2031-03-01', to: '2031-04-30' };
const at = (text: string) => new Date(text);

/** Straight into the collection: what counts here is when things happened, not how they came about. */
async function asked(missionId: string, appliedAt: Date, hours: number | null, acceptedAfterDays: number | null) {
  const acceptedAt = acceptedAfterDays === null ? null : new Date(appliedAt.getTime() + acceptedAfterDays * DAY);
  await Applications.create({
    _id: newId(),
    missionId,
    roleId: 'role',
    organisationId: 'ngo',
    personId: newId(),
    state: acceptedAt ? 'accepted' : hours === null ? 'expired' : 'declined',
    appliedAt,
    queuedAt: appliedAt,
    firstReplyAt: hours === null ? null : new Date(appliedAt.getTime() + hours * HOUR),
    endedAt: acceptedAt,
  });
}

async function work(state: 'closed' | 'restitution_due' | 'terminated' | 'active') {
  // Only what the figures read: the rest of an engagement says nothing here.
  await Engagements.collection.insertOne({
    _id: newId(),
    personId: newId(),
    state,
    startedAt: at('2031-03-10T10:00:00Z'),
  } as never);
}

describe('platformFigures', () => {
  it('counts replies, matches and completed work of the period', async () => {
    const mission = await createMission();
    const published = at('2031-03-01T00:00:00Z');
    const { Missions } = await import('../../../src/lib/domains/missions/server/mission.model');
    await Missions.updateOne({ _id: mission.id }, { $set: { publishedAt: published } });
    for (const hours of [2, 4, 6, 8, 10]) await asked(mission.id, at('2031-03-02T00:00:00Z'), hours, 9);
    await asked(mission.id, at('2031-04-02T00:00:00Z'), 100, null);
    await asked(mission.id, at('2031-05-01T00:00:00Z'), 1, null);
    for (const state of ['closed', 'closed', 'restitution_due', 'closed', 'closed', 'active'] as const)
      await work(state);
    for (let round = 0; round < 5; round++) await work('terminated');

    const figures = await platformFigures(asSystem(), PERIOD);
    expect(figures.months).toEqual(['2031-03', '2031-04']);
    expect(figures.applications).toEqual({ total: 6, byMonth: [5, null] });
    expect(figures.reply).toMatchObject({ medianHours: 7, byMonth: [6, null], unanswered: 0 });
    expect(figures.match).toEqual({ medianDays: 10, total: 5, byMonth: [5, 0] });
    expect(figures.completion).toEqual({ rate: 0.5, begun: 11, done: 5, endedEarly: 5 });
    expect(figures.skills).toContainEqual(expect.objectContaining({ slug: 'amendment-drafting', seats: 1 }));
  });

  it('sets people beside seats, and hides what so few could give', async () => {
    const mission = await createMission();
    const { Missions } = await import('../../../src/lib/domains/missions/server/mission.model');
    await Missions.updateOne({ _id: mission.id }, { $set: { publishedAt: at('2032-01-05T00:00:00Z') } });
    for (let round = 0; round < 5; round++) await createVolunteer({ skills: [{ slug: 'eu-law', level: 3 }] });
    const [first] = [await createVolunteer({ skills: [{ slug: 'amendment-drafting', level: 3 }] })];
    await Impressions.create({
      _id: newId(),
      volunteerId: first.id,
      organisationId: 'ngo',
      roleId: 'role',
      at: at('2032-01-06T00:00:00Z'),
    });
    forgetPool();
    const { skills, fairness } = await platformFigures(asSystem(), { from: '2032-01-01', to: '2032-01-31' });
    expect(skills.find(({ slug }) => slug === 'eu-law')).toMatchObject({ seats: 1, people: 5 });
    expect(skills.find(({ slug }) => slug === 'amendment-drafting')).toMatchObject({ seats: 1, people: null });
    // One was shown once, five never: the one is hidden, and so are the five, which would tell the one.
    expect(fairness).toMatchObject({ people: 6, impressions: 1, steps: [null, null, 0, 0, 0] });
  });

  it('is empty, not wrong, where nothing happened', async () => {
    const figures = await platformFigures(asSystem(), { from: '2019-01-01', to: '2019-01-31' });
    expect(figures).toMatchObject({ skills: [], scarcest: null, applications: { total: 0, byMonth: [0] } });
    expect(figures.reply.medianHours).toBeNull();
    expect(figures.completion.rate).toBeNull();
  });

  it('is for moderators; others find nothing there', async () => {
    const someone = await asPerson((await createSomePerson()).id);
    for (const ctx of [someone, asStranger()]) {
      await expect(platformFigures(ctx, PERIOD)).rejects.toMatchObject({ code: 'not_found' });
    }
    const moderator = await asPerson((await createModerator()).id);
    await expect(platformFigures(moderator, PERIOD)).resolves.toHaveProperty('months');
  });
});
