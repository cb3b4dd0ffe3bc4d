/** What everyone reads of a sponsor: on the outcome, in the legislative footprint, and only where both sides allow the name. */
import { afterEach, expect, it } from 'vitest';
import { acceptOffer } from '../../../src/lib/domains/engagements/server/commands/applications/accept-offer';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { publishOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/publish-outcome';
import { saveOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/save-outcome';
import { acceptDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/accept-deliverable';
import { submitDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { saveProgramme } from '../../../src/lib/domains/programmes/server/commands/programme/save-programme';
import { sponsorPage } from '../../../src/lib/domains/programmes/server/queries/public-sponsors';
import { mainSponsorOf, sponsorsOfWork } from '../../../src/lib/domains/programmes/server/queries/sponsors-of-outcomes';
import { READERS, type Row } from '../../../src/lib/domains/transparency/server/open-data/open-sets';
import { now } from '../../../src/lib/server/clock';
import { isoDay } from '../../../src/lib/shared/dates';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import {
  createApplication,
  createEngagement,
  readEngagement,
  signBoth,
  type CreatedApplication,
} from '../../support/factories/engagements';
import { aRole, createMission } from '../../support/factories/missions';
import { aProgramme, createEmployer, createRequest, createStaff } from '../../support/factories/programmes';

afterEach(drainAll);

const OUTCOME = {
  ...{
    asked: 'Lower limits for particles.',
    submitted: 'Twelve amendments.',
    documents: [],
    reply: 'followed' as const,
  },
  ...{ replyDay: null, result: 'Nine were adopted.', nextStep: '', metRole: 'Rapporteur', metDay: null },
};

async function hoursOn(made: CreatedApplication, minutes: number): Promise<void> {
  const which = { engagementId: made.id };
  const entry = { day: isoDay(now()), kind: 'drafting' as const, note: '' };
  const { entryId } = await logHours(await made.byVolunteer(), { ...which, ...entry, minutes });
  await verifyHours(await made.byNgo(), { ...which, entryIds: [entryId] });
  await drainAll();
}

async function publish(made: CreatedApplication): Promise<void> {
  const which = { engagementId: made.id };
  for (const { id: deliverableId } of (await readEngagement(made.id)).deliverables) {
    const handedIn = { ...which, deliverableId, note: 'Ready.', link: null, text: 'Twelve amendments.' };
    await submitDeliverable(await made.byVolunteer(), handedIn);
    await acceptDeliverable(await made.byNgo(), { ...which, deliverableId });
  }
  await saveOutcome(await made.byNgo(), { ...which, outcome: OUTCOME });
  await publishOutcome(await made.byNgo(), which);
  await drainAll();
}

async function footprintOf(slug: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of READERS.footprint(asStranger())) rows.push(...batch);
  return rows.filter(({ mission_slug }) => mission_slug === slug);
}

it('names a sponsor, warns above a half, and follows the programme and the volunteer in what may be told', async () => {
  const mission = await createMission({ roles: [aRole({ seats: 2 })] });
  const employer = await createEmployer({ approval: 'automatic' });
  const volunteer = await createStaff(employer);
  const application = await createApplication({ mission, volunteer });
  const made = await createRequest(employer, { volunteer, application, showsMission: true });
  await offerRole(await made.byNgo(), { applicationId: made.id });
  await acceptOffer(await made.byVolunteer(), { applicationId: made.id });
  await signBoth(made);
  const other = await createEngagement({ mission });
  await hoursOn(made, 90);
  await hoursOn(other, 90);
  expect(await mainSponsorOf(mission.id)).toBeNull();
  await hoursOn(made, 60);
  const name = { name: expect.any(String) as string, slug: employer.slug };
  expect(await mainSponsorOf(mission.id)).toEqual({ employer: name, share: 150 / 240 });
  await publish(made);
  expect((await sponsorsOfWork([made.id, other.id])).get(made.id)).toEqual({ employer: name, minutes: 150 });
  expect((await sponsorsOfWork([other.id])).size).toBe(0);
  const [row] = await footprintOf(mission.slug);
  expect(row).toMatchObject({ sponsored_hours: 2.5 });
  expect(row?.['sponsor']).not.toBe('not named');
  expect((await sponsorPage(asStranger(), employer.slug)).outcomes).toMatchObject([{ slug: mission.slug }]);

  const owner = await asPerson(employer.ownerId);
  const quiet = {
    ...aProgramme({ approval: 'automatic', publicName: false }),
    version: 1,
    organisationId: employer.id,
  };
  await saveProgramme(owner, quiet);
  expect(await mainSponsorOf(mission.id)).toEqual({ employer: null, share: 150 / 240 });
  expect(await footprintOf(mission.slug)).toMatchObject([{ sponsor: 'not named', sponsored_hours: 2.5 }]);
  expect((await sponsorPage(asStranger(), employer.slug)).outcomes).toEqual([]);
});

it('names nobody where the volunteer does not show her employer the mission, and leaves what nobody sponsored empty', async () => {
  const employer = await createEmployer({ approval: 'automatic' });
  const volunteer = await createStaff(employer);
  const application = await createApplication({ volunteer });
  const made = await createRequest(employer, { volunteer, application });
  await offerRole(await made.byNgo(), { applicationId: made.id });
  await acceptOffer(await made.byVolunteer(), { applicationId: made.id });
  await signBoth(made);
  await hoursOn(made, 60);
  await publish(made);
  expect(await mainSponsorOf(made.mission.id)).toEqual({ employer: null, share: 1 });
  expect(await footprintOf(made.mission.slug)).toMatchObject([{ sponsor: 'not named', sponsored_hours: 1 }]);
  const alone = await createEngagement();
  await publish(alone);
  expect(await mainSponsorOf(alone.mission.id)).toBeNull();
  expect(await footprintOf(alone.mission.slug)).toMatchObject([{ sponsor: null, sponsored_hours: 0 }]);
});
