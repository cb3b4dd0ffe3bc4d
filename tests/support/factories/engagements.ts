/** Applications and engagements for tests: through the commands, with a mission, its NGO and a volunteer. */
import { acceptDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/accept-deliverable';
import { acceptOffer } from '../../../src/lib/domains/engagements/server/commands/applications/accept-offer';
import { applyForRole } from '../../../src/lib/domains/engagements/server/commands/applications/apply-for-role';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { signCharter } from '../../../src/lib/domains/engagements/server/commands/charter/sign-charter';
import { submitDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { Applications, type ApplicationDocument } from '../../../src/lib/domains/engagements/server/application.model';
import { Engagements, type EngagementDocument } from '../../../src/lib/domains/engagements/server/engagement.model';
import type { MissionContent } from '../../../src/lib/domains/missions/mission';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import type { SectionInput } from '../../../src/lib/domains/volunteers/volunteer-input';
import type { Context } from '../../../src/lib/server/context';
import { asPerson } from '../contexts';
import { createMission, type CreatedMission } from './missions';
import { createSomePerson, type SomePerson } from './organisations';

export const NOTE = 'I have drafted amendments on ambient air for six years and am free until the vote.';

export interface CreatedVolunteer {
  id: string;
  email: string;
  name: string;
}

/** Somebody with a profile that can apply. */
export async function createApplicant(
  person: SomePerson = {},
  sections: readonly SectionInput[] = [],
): Promise<CreatedVolunteer> {
  const made = await createSomePerson(person);
  const ctx = await asPerson(made.id);
  const first: SectionInput[] = [
    { section: 'skills', values: { skills: [{ slug: 'eu-law', level: 3 }] } },
    { section: 'languages', values: { languages: [{ code: 'en', level: 'C1' }] } },
  ];
  for (const section of [...first, ...sections]) await saveVolunteerProfile(ctx, { ...section, version: null });
  return made;
}

export interface CreatedApplication {
  id: string;
  mission: CreatedMission;
  roleId: string;
  volunteer: CreatedVolunteer;
  byVolunteer(): Promise<Context>;
  byNgo(): Promise<Context>;
}

/** Submitted, to the first role of a mission. */
export async function createApplication(
  options: { mission?: CreatedMission; content?: Partial<MissionContent>; volunteer?: CreatedVolunteer } = {},
): Promise<CreatedApplication> {
  const mission = options.mission ?? (await createMission(options.content));
  const volunteer = options.volunteer ?? (await createApplicant());
  const roleId = mission.roleIds[0] ?? '';
  const byVolunteer = () => asPerson(volunteer.id);
  const { applicationId } = await applyForRole(await byVolunteer(), { missionId: mission.id, roleId, note: NOTE });
  return { id: applicationId, mission, roleId, volunteer, byVolunteer, byNgo: () => asPerson(mission.ownerId) };
}

export async function createOffer(options: Parameters<typeof createApplication>[0] = {}): Promise<CreatedApplication> {
  const application = await createApplication(options);
  await offerRole(await application.byNgo(), { applicationId: application.id });
  return application;
}

/** Accepted; the charter waits for both signatures. */
export async function createProposed(
  options: Parameters<typeof createApplication>[0] = {},
): Promise<CreatedApplication> {
  const application = await createOffer(options);
  await acceptOffer(await application.byVolunteer(), { applicationId: application.id });
  return application;
}

/** From an application to the signed charter. */
export async function startWork(application: CreatedApplication): Promise<void> {
  await offerRole(await application.byNgo(), { applicationId: application.id });
  await acceptOffer(await application.byVolunteer(), { applicationId: application.id });
  await signBoth(application);
}

export async function signBoth({ id, byVolunteer, byNgo }: CreatedApplication): Promise<void> {
  const { version } = (await readEngagement(id)).charter;
  const [volunteer, ngo] = [await byVolunteer(), await byNgo()];
  await signCharter(volunteer, { engagementId: id, version, name: volunteer.actor?.name ?? '', credit: 'named' });
  await signCharter(ngo, { engagementId: id, version, name: ngo.actor?.name ?? '' });
}

/** Signed by both: work goes on. */
export async function createEngagement(
  options: Parameters<typeof createApplication>[0] = {},
): Promise<CreatedApplication> {
  const application = await createProposed(options);
  await signBoth(application);
  return application;
}

/** Everything delivered and accepted: the outcome is due. */
export async function createDelivered(
  options: Parameters<typeof createApplication>[0] = {},
): Promise<CreatedApplication> {
  const engagement = await createEngagement(options);
  const { deliverables } = await readEngagement(engagement.id);
  for (const { id: deliverableId } of deliverables) {
    const which = { engagementId: engagement.id, deliverableId };
    const text = 'Twelve amendments in two columns.';
    await submitDeliverable(await engagement.byVolunteer(), { ...which, note: 'Ready.', link: null, text });
    await acceptDeliverable(await engagement.byNgo(), which);
  }
  return engagement;
}

export async function readApplication(id: string): Promise<ApplicationDocument> {
  const found = await Applications.findById(id).lean<ApplicationDocument>();
  if (!found) throw new Error(`no application ${id}`);
  return found;
}

export async function readEngagement(id: string): Promise<EngagementDocument> {
  const found = await Engagements.findById(id).lean<EngagementDocument>();
  if (!found) throw new Error(`no engagement ${id}`);
  return found;
}
