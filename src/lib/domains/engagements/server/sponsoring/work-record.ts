/** What sponsors need of an application and the work it became. For the programmes domain, after its own policy. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { op } from '$lib/server/mongo';
import { ID_PATTERN } from '$lib/shared/ids';
import { isOpen } from '../../application/application';
import type { EngagementState } from '../../engagement/engagement';
import type { HoursEntry } from '../../hours/hours';
import { Applications, type ApplicationDocument } from '../application.model';
import { Engagements, type EngagementDocument } from '../engagement.model';

export interface WorkRecord {
  /** Of the application and of the engagement. */
  id: string;
  personId: string;
  missionId: string;
  roleId: string;
  organisationId: string;
  /** `open`: asked or offered; `ended`: declined, withdrawn, expired, terminated or closed. */
  standing: 'open' | 'working' | 'ended';
  entries: (HoursEntry & { decidedByName: string })[];
}

const WORK_OVER: EngagementState[] = ['closed', 'terminated'];

/** Null when there is no such application. */
export async function workRecord(id: string): Promise<WorkRecord | null> {
  if (!ID_PATTERN.test(id)) return null;
  const [application, engagement] = await Promise.all([
    Applications.findById(id).lean<ApplicationDocument>(),
    Engagements.findById(id).lean<EngagementDocument>(),
  ]);
  if (!application) return null;
  const hours = engagement?.hours ?? [];
  const people = await personCards(hours.flatMap(({ decidedBy }) => (decidedBy ? [decidedBy] : [])));
  const { missionId, roleId, organisationId } = engagement ?? application;
  return {
    id,
    personId: engagement?.personId ?? application.personId,
    missionId,
    roleId,
    organisationId,
    standing: standingOf(application, engagement),
    entries: hours.map((entry) => ({
      ...entry,
      decidedByName: entry.decidedBy ? (people.get(entry.decidedBy)?.name ?? '') : '',
    })),
  };
}

function standingOf(application: ApplicationDocument, engagement: EngagementDocument | null): WorkRecord['standing'] {
  if (engagement) return WORK_OVER.includes(engagement.state) ? 'ended' : 'working';
  if (application.state === 'accepted') return 'working';
  return isOpen(application.state) ? 'open' : 'ended';
}

export interface SponsorableWork {
  id: string;
  missionId: string;
  roleId: string;
}

/** What somebody has asked for or works on, the latest first: for whoever wants to have it sponsored. */
export async function openWorkOf(personId: string): Promise<SponsorableWork[]> {
  const found = await Applications.find({ personId }, { missionId: 1, roleId: 1, state: 1 })
    .sort({ appliedAt: -1 })
    .limit(100)
    .lean<Pick<ApplicationDocument, '_id' | 'missionId' | 'roleId' | 'state'>[]>();
  const over = await Engagements.find({ personId, state: op({ $in: WORK_OVER }) }, { _id: 1 }).lean<
    { _id: string }[]
  >();
  const ended = new Set(over.map(({ _id }) => _id));
  return found
    .filter(({ _id, state }) => (isOpen(state) || state === 'accepted') && !ended.has(_id))
    .map(({ _id, missionId, roleId }) => ({ id: _id, missionId, roleId }));
}
