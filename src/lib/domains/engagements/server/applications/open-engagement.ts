/** Makes the engagement of an accepted application: called at once, by the event, and by the repair job; once only. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { DAY, isoDay } from '$lib/shared/dates';
import { isLocale } from '$lib/shared/locale';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { Mission } from '$lib/domains/missions/mission';
import { studentOf } from '$lib/domains/volunteers/server/queries/supervisor-name';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import type { CharterTerms } from '../../charter/charter';
import { Applications, type ApplicationDocument } from '../application.model';
import { writeCharter } from '../charter/write-charter';
import { Engagements } from '../engagement.model';
import { charterSponsorOf } from '../sponsoring/sponsor-port';

/** Its id is the application's, so the database itself refuses a second one. */
export async function openEngagement(applicationId: string, ctx: Context = systemContext()): Promise<void> {
  if (await Engagements.exists({ _id: applicationId })) return;
  const application = await Applications.findOne({ _id: applicationId, state: 'accepted' }).lean<ApplicationDocument>();
  const mission = application && (await missionForWork(application.missionId));
  if (!application || !mission) return;
  const { missionId, roleId, organisationId, personId } = application;
  const terms = { ...firstTerms(mission, roleId, ctx.now), sponsor: await charterSponsorOf(applicationId) };
  const charter = writeCharter(terms, await factsFor(mission, roleId, personId), { version: 1, by: null, at: ctx.now });
  try {
    await Engagements.create({
      _id: applicationId,
      missionId,
      roleId,
      organisationId,
      personId,
      state: 'proposed',
      rev: 1,
      charter,
      deliverables: [],
      supervised: (await studentOf(personId)) !== null,
      createdAt: ctx.now,
      timeline: [entry(ctx, 'proposed')],
      outbox: [emit('engagement.proposed', { engagementId: applicationId })],
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** What the mission already says; the NGO may adjust it before anybody signs. */
function firstTerms(mission: Mission, roleId: string, now: Date): CharterTerms {
  const role = mission.roles.find((each) => each.id === roleId);
  const end = mission.deadline > now ? mission.deadline : new Date(now.getTime() + 14 * DAY);
  return {
    language: isLocale(mission.language) ? mission.language : 'en',
    startDay: isoDay(now),
    endDay: isoDay(end),
    hours: role?.hours ?? 1,
    deliverables: mission.deliverables.map(({ id, title, detail }) => ({ id, title, detail })),
    confidentiality: mission.confidentiality === 'public' ? 'open' : 'confidential',
    contact: '',
    other: '',
  };
}

/** The names that stand in the charter. */
export async function factsFor(mission: Mission, roleId: string, personId: string) {
  const [people, organisations] = await Promise.all([
    personCards([personId]),
    organisationCards([mission.organisationId]),
  ]);
  return {
    mission: mission.title,
    role: mission.roles.find((each) => each.id === roleId)?.title ?? '',
    ngo: organisations.get(mission.organisationId)?.name ?? '',
    volunteer: people.get(personId)?.name ?? '',
  };
}
