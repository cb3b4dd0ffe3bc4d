/** The dates of a person's work, as a volunteer and as an editor of NGOs: steps of plans, ends, accounts and answers due. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { isoDay } from '$lib/shared/dates';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import type { ApplicationState } from '../../application/application';
import { byDay, type WorkDate } from '../../calendar/work-date';
import { OPEN_STATES, type EngagementState, type Party } from '../../engagement/engagement';
import { isHandedIn } from '../../plan/plan';
import { Applications, type ApplicationDocument } from '../application.model';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { namesOf, type Names } from '../naming';
import { datesOfOthers } from './date-sources';

const MOST = 300;
const WORKING: readonly EngagementState[] = ['active', 'paused', 'delivered', 'revision'];
const TIMED: readonly ApplicationState[] = ['submitted', 'offered'];

/** Every day that is still to come or was missed, the oldest first. */
export async function workDates(ctx: Context, timeZone: string): Promise<WorkDate[]> {
  const { personId } = requireActor(ctx);
  const editing = (await membershipsOf(personId))
    .filter(({ role }) => roleAtLeast(role, 'editor'))
    .map(({ organisationId }) => organisationId);
  const mine = { $or: [{ personId }, { organisationId: op({ $in: editing }) }] };
  const [engagements, applications, others] = await Promise.all([
    Engagements.find({ ...mine, state: op({ $in: [...OPEN_STATES] as EngagementState[] }) })
      .sort({ createdAt: -1 })
      .limit(MOST)
      .lean<EngagementDocument[]>(),
    Applications.find({ ...mine, state: op({ $in: [...TIMED] }), dueAt: op({ $ne: null }) })
      .sort({ dueAt: 1 })
      .limit(MOST)
      .lean<ApplicationDocument[]>(),
    datesOfOthers(ctx),
  ]);
  const names = await namesOf(ctx, [...engagements, ...applications]);
  const sideOf = (item: { personId: string }): Party => (item.personId === personId ? 'volunteer' : 'ngo');
  return [
    ...engagements.flatMap((each) => datesOfWork(each, names(each), sideOf(each), timeZone)),
    ...others,
    ...applications.flatMap((each) => dateOfReply(each, names(each), sideOf(each), timeZone)),
  ].sort(byDay);
}

function datesOfWork(work: EngagementDocument, names: Names, side: Party, timeZone: string): WorkDate[] {
  const { _id, state, rev, plan = [], charter, outcomeDueAt } = work;
  const other = side === 'volunteer' ? (names.ngo?.name ?? '') : names.volunteer.name;
  const about = [names.mission.title, other].filter(Boolean).join(' · ');
  const path = `/engagements/${_id}`;
  const date = (part: Pick<WorkDate, 'id' | 'kind' | 'day' | 'title' | 'path'>): WorkDate => ({
    ...part,
    about,
    language: names.mission.language,
    sequence: rev,
  });
  const steps = plan
    .filter((step) => step.owner === side && step.doneOn === null && !isHandedIn(step, work.deliverables))
    .map(({ id, day, title }) => date({ id: `milestone-${id}`, kind: 'milestone', day, title, path: `${path}/plan` }));
  const title = names.role.title;
  if (WORKING.includes(state))
    return [...steps, date({ id: `end-${_id}`, kind: 'work_ends', day: charter.terms.endDay, title, path })];
  if (state === 'restitution_due' && outcomeDueAt && side === 'ngo') {
    const day = isoDay(outcomeDueAt, timeZone);
    return [date({ id: `outcome-${_id}`, kind: 'outcome_due', day, title, path: `${path}/outcome` })];
  }
  return state === 'proposed' ? steps : [];
}

/** An answer that is hers to give: to an offer as a volunteer, to an application as an NGO. */
function dateOfReply(application: ApplicationDocument, names: Names, side: Party, timeZone: string): WorkDate[] {
  const { _id, state, dueAt, reminded } = application;
  const offered = state === 'offered';
  if (!dueAt || offered !== (side === 'volunteer')) return [];
  return [
    {
      id: `reply-${_id}`,
      kind: offered ? 'offer_lapses' : 'reply_due',
      day: isoDay(dueAt, timeZone),
      title: offered ? names.role.title : names.volunteer.name,
      about: names.mission.title,
      language: names.mission.language,
      path: `/applications/${_id}`,
      sequence: reminded.length,
    },
  ];
}
