/** Delivering, accepting, reporting: to the published outcome and what it opens. */
import { afterEach, describe, expect, it } from 'vitest';
import { recordDissent } from '../../../src/lib/domains/engagements/server/commands/outcome/record-dissent';
import { publishOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/publish-outcome';
import { saveOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/save-outcome';
import { chooseCredit } from '../../../src/lib/domains/engagements/server/commands/charter/choose-credit';
import { acceptDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/accept-deliverable';
import { pauseEngagement } from '../../../src/lib/domains/engagements/server/commands/work/pause-engagement';
import { requestRevision } from '../../../src/lib/domains/engagements/server/commands/work/request-revision';
import { resumeEngagement } from '../../../src/lib/domains/engagements/server/commands/work/resume-engagement';
import { submitDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { remindOfOutcomes } from '../../../src/lib/domains/engagements/server/jobs/outcome-timers';
import { footprintRows } from '../../../src/lib/domains/engagements/server/queries/footprint-rows';
import { outcomeEditPage } from '../../../src/lib/domains/engagements/server/queries/work/outcome-edit-page';
import { outcomePage } from '../../../src/lib/domains/engagements/server/queries/outcome-page';
import { publishedOutcomes } from '../../../src/lib/domains/engagements/server/queries/published-outcomes';
import { cancelMission } from '../../../src/lib/domains/missions/server/commands/cancel-mission';
import { publishMission } from '../../../src/lib/domains/missions/server/commands/publish-mission';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createDelivered, createEngagement, readEngagement } from '../../support/factories/engagements';
import { createMission, createSubmittedMission, readMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';

const OUTCOME = {
  asked: 'Let cities close streets on days of foul air.',
  submitted: 'Twelve amendments with justifications.',
  documents: [{ label: 'Amendments', url: 'https://documents.example/amendments.pdf' }],
  reply: 'followed_in_part' as const,
  replyDay: '2026-11-20',
  result: 'Five of twelve amendments were tabled.',
  nextStep: 'The plenary votes in spring.',
  metRole: 'Shadow rapporteur',
  metDay: null,
};

afterEach(() => setClock());
// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('deliveries', () => {
  it('go back and forth until all are accepted, which makes the outcome due', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const deliverableId = (await readEngagement(made.id)).deliverables[0]?.id ?? '';
    const which = { engagementId: made.id, deliverableId };
    const version = { ...which, note: '', link: 'https://documents.example/1', text: '' };
    await expect(acceptDeliverable(ngo, which)).rejects.toMatchObject({ reason: 'delivery_refusal_nothing' });
    const key = newId();
    await Promise.all([1, 2, 3].map(() => submitDeliverable(her, version, key)));
    expect(await readEngagement(made.id)).toMatchObject({ state: 'delivered' });
    expect((await readEngagement(made.id)).deliverables[0]?.versions).toHaveLength(1);
    await requestRevision(ngo, { ...which, reason: 'Please add justifications.' });
    expect((await readEngagement(made.id)).state).toBe('revision');
    await submitDeliverable(her, version);
    await acceptDeliverable(ngo, which);
    await acceptDeliverable(ngo, which);
    const done = await readEngagement(made.id);
    expect(done.state).toBe('restitution_due');
    expect(done.outcomeDueAt?.getTime()).toBe((done.acceptedAt?.getTime() ?? 0) + 30 * DAY);
    expect(done.deliverables[0]?.versions.map(({ sentBack }) => sentBack)).toEqual(['Please add justifications.', '']);
    await expect(submitDeliverable(her, version)).rejects.toMatchObject({ code: 'refused' });
    await drainAll();
    expect((await readMission(made.mission.id)).state).toBe('delivered');
    const subjects = (await mailTo(made.volunteer.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('revision'))).toHaveLength(1);
  });

  it('have their sides; strangers learn nothing', async () => {
    const made = await createEngagement();
    const deliverableId = (await readEngagement(made.id)).deliverables[0]?.id ?? '';
    const which = { engagementId: made.id, deliverableId };
    const version = { ...which, note: '', link: null, text: 'Text.' };
    await expect(submitDeliverable(await made.byNgo(), version)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(acceptDeliverable(await made.byVolunteer(), which)).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    for (const act of [
      () => submitDeliverable(outsider, version),
      () => acceptDeliverable(outsider, which),
      () => requestRevision(outsider, { ...which, reason: 'No, no, no.' }),
      () => pauseEngagement(outsider, { engagementId: made.id, reason: 'Holidays.' }),
      () => resumeEngagement(outsider, { engagementId: made.id }),
      () => terminateEngagement(outsider, { engagementId: made.id, kind: 'other', reason: 'No.' }),
      () => saveOutcome(outsider, { engagementId: made.id, outcome: OUTCOME }),
      () => publishOutcome(outsider, { engagementId: made.id }),
      () => recordDissent(outsider, { engagementId: made.id, text: 'No.' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not_found' });
    await expect(submitDeliverable(asStranger(), version)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('pausing and ending', () => {
  it('is for either side, with a reason; a freed seat looks for somebody again', async () => {
    const made = await createEngagement();
    await pauseEngagement(await made.byVolunteer(), { engagementId: made.id, reason: 'Exams until May.' });
    await expect(pauseEngagement(await made.byNgo(), { engagementId: made.id, reason: 'Too.' })).rejects.toMatchObject({
      code: 'refused',
    });
    await resumeEngagement(await made.byNgo(), { engagementId: made.id });
    expect((await readEngagement(made.id)).state).toBe('active');
    await terminateEngagement(await made.byNgo(), {
      engagementId: made.id,
      kind: 'other',
      reason: 'The file was withdrawn.',
    });
    await drainAll();
    expect((await readMission(made.mission.id)).roles[0]?.filledSeats).toBe(0);
    const last = (await mailTo(made.volunteer.email)).at(-1);
    expect(last?.text).toContain('> The file was withdrawn.');
  });

  it('follows when the mission is called off', async () => {
    const made = await createEngagement();
    await cancelMission(await made.byNgo(), { missionId: made.mission.id, reason: 'The proposal was withdrawn.' });
    await drainAll();
    expect(await readEngagement(made.id)).toMatchObject({
      state: 'terminated',
      endReason: 'The proposal was withdrawn.',
    });
  });
});

describe('the outcome', () => {
  it('is a draft of the NGO until it is published for everyone, with the volunteer’s own view', async () => {
    const made = await createDelivered();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const which = { engagementId: made.id };
    await expect(publishOutcome(ngo, which)).rejects.toMatchObject({ reason: 'outcome_refusal_incomplete' });
    await saveOutcome(ngo, { ...which, outcome: { ...OUTCOME, result: '' } });
    await expect(publishOutcome(ngo, which)).rejects.toMatchObject({ field: 'result' });
    expect((await outcomeEditPage(her, made.id)).outcome).toBeNull();
    await saveOutcome(ngo, { ...which, outcome: OUTCOME });
    await recordDissent(her, { ...which, text: 'The two most important ones were left out.' });
    await expect(recordDissent(ngo, { ...which, text: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishOutcome(her, which)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(outcomePage(asStranger(), made.mission.slug)).rejects.toMatchObject({ code: 'not_found' });
    await Promise.all([publishOutcome(ngo, which), publishOutcome(ngo, which)]);
    await drainAll();
    expect((await readMission(made.mission.id)).state).toBe('closed');
    const page = await outcomePage(asStranger(), made.mission.slug);
    expect(page.outcomes).toMatchObject([
      {
        ...OUTCOME,
        contributors: [made.volunteer.name],
        dissent: { text: 'The two most important ones were left out.' },
        institution: 'european-parliament',
      },
    ]);
    const list = await publishedOutcomes({ reply: 'followed_in_part', cause: 'climate', page: -4, perPage: 1e6 });
    expect(list.outcomes.map(({ id }) => id)).toContain(made.id);
    expect((await publishedOutcomes({ institution: 'european-commission' })).outcomes).toEqual([]);
    const mails = (await mailTo(made.volunteer.email)).filter(({ subject }) => subject.includes('is public'));
    expect(mails).toHaveLength(1);
    await expect(saveOutcome(ngo, { ...which, outcome: OUTCOME })).rejects.toMatchObject({ code: 'refused' });
  });

  it('names only those who agreed, from the moment they change their mind', async () => {
    const made = await createDelivered();
    const which = { engagementId: made.id };
    await saveOutcome(await made.byNgo(), { ...which, outcome: OUTCOME });
    await publishOutcome(await made.byNgo(), which);
    const rows = async () => {
      const all = [];
      for await (const batch of footprintRows()) all.push(...batch);
      return all.filter(({ missionSlug }) => missionSlug === made.mission.slug);
    };
    expect(await rows()).toMatchObject([{ contributors: [made.volunteer.name], metRole: 'Shadow rapporteur' }]);
    await chooseCredit(await made.byVolunteer(), { ...which, credit: 'anonymous' });
    expect(await rows()).toMatchObject([{ contributors: [] }]);
    expect(JSON.stringify(await outcomePage(asStranger(), made.mission.slug))).not.toContain(made.volunteer.name);
  });

  it('of a mission that is not public stays with its parties', async () => {
    const mission = await createMission({ confidentiality: 'members' });
    const made = await createDelivered({ mission });
    await saveOutcome(await made.byNgo(), { engagementId: made.id, outcome: OUTCOME });
    await publishOutcome(await made.byNgo(), { engagementId: made.id });
    const { outcomes } = await publishedOutcomes({ perPage: 100 });
    expect(outcomes.map(({ id }) => id)).not.toContain(made.id);
    await expect(outcomePage(await made.byVolunteer(), mission.slug)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is reminded of a week before, and when it is overdue new missions wait', async () => {
    const made = await createDelivered();
    const { organisationId, ownerId } = made.mission;
    const next = await createSubmittedMission({}, { organisationId, ownerId });
    const start = now().getTime();
    setClock(new Date(start + 24 * DAY));
    expect(await remindOfOutcomes()).toBeGreaterThan(0);
    expect(await remindOfOutcomes()).toBe(0);
    setClock(new Date(start + 31 * DAY));
    expect(await remindOfOutcomes()).toBeGreaterThan(0);
    await expect(publishMission(asSystem(), { missionId: next.id })).rejects.toMatchObject({
      reason: 'outcome_refusal_overdue',
    });
    await saveOutcome(await made.byNgo(), { engagementId: made.id, outcome: OUTCOME });
    await publishOutcome(await made.byNgo(), { engagementId: made.id });
    await publishMission(asSystem(), { missionId: next.id });
    expect((await readMission(next.id)).state).toBe('published');
  });
});
