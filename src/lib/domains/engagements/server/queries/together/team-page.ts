/** Everyone engaged on one mission, as one of them may know them: who does what, how it stands, who leads. */
import type { Context } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { sightOf } from '$lib/domains/missions/mission.policy';
import { viewerOfMissions } from '$lib/domains/missions/server/mission-access';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { studentOf } from '$lib/domains/volunteers/server/queries/supervisor-name';
import type { EndKind } from '../../../engagement/ending';
import type { EngagementState } from '../../../engagement/engagement';
import { paceOf, type Pace } from '../../../plan/plan';
import { totalsOf } from '../../../hours/hours';
import { hasSupervisorSigned, type Supervision, type SupervisionView } from '../../../team/supervision';
import { isShownToTeam, mayName, whyNotLead } from '../../../team/team';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { sponsorshipOf } from '../../sponsoring/sponsor-port';
import { leadOf } from '../../team/team.model';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface TeamMemberView {
  /** The engagement's; null where the reader may not know who it is. */
  id: string | null;
  name: string | null;
  isMe: boolean;
  isLead: boolean;
  mayLead: boolean;
  role: string;
  state: EngagementState;
  endKind: EndKind | null;
  hoursAgreed: number;
  minutes: number;
  /** For whoever leads the team: the work whose plan she keeps too, and how it stands. */
  planId: string | null;
  pace: Pick<Pace, 'state' | 'days'> | null;
  /** The employer that gives her time, for the NGO. */
  sponsor: string | null;
}

export interface TeamPage extends EngagementHead {
  members: TeamMemberView[];
  /** Of the reader's own work on the volunteers' side. */
  isShown: boolean;
  supervised: boolean;
  supervision: SupervisionView | null;
  /** What her profile says, to begin with. */
  proposed: { name: string; email: string } | null;
}

const ORDER: readonly EngagementState[] = ['active', 'revision', 'delivered', 'paused', 'disputed', 'proposed'];
const rank = (state: EngagementState) => (ORDER.indexOf(state) + ORDER.length + 1) % (ORDER.length + 1);

/** @throws AppError not_found for strangers */
export async function teamPage(ctx: Context, id: string): Promise<TeamPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const [mission, viewerOf, lead, all] = await Promise.all([
    missionForWork(engagement.missionId),
    viewerOfMissions(ctx),
    leadOf(engagement.missionId),
    Engagements.find({ missionId: engagement.missionId }).sort({ createdAt: 1 }).lean<EngagementDocument[]>(),
  ]);
  const people = await personCards(all.map(({ personId }) => personId));
  const sponsors = head.side === 'ngo' ? await sponsorsOf(all.map(({ _id }) => _id)) : new Map<string, string>();
  const cleared = mission !== null && sightOf(mission, viewerOf(engagement.organisationId), true) === 'full';
  const reader = { personId: ctx.actor?.personId ?? null, side: head.side, state: engagement.state, cleared };
  const leads = head.side === 'volunteer' && lead === id && whyNotLead(engagement) === null;
  const today = isoDay(ctx.now);
  const members = all.map((each): TeamMemberView => {
    const named = mayName(reader, each);
    const isKept = leads && each._id !== id && each.startedAt !== null;
    const pace = isKept ? paceOf(each.plan ?? [], today, each.deliverables) : null;
    return {
      id: head.side === 'ngo' || each._id === id ? each._id : null,
      name: named ? (people.get(each.personId)?.name ?? null) : null,
      isMe: each.personId === reader.personId,
      isLead: each._id === lead,
      mayLead: whyNotLead(each) === null,
      role: mission?.roles.find((role) => role.id === each.roleId)?.title ?? '',
      state: each.state,
      endKind: head.side === 'ngo' ? (each.endKind ?? null) : null,
      hoursAgreed: each.charter.terms.hours,
      minutes: totalsOf(each.hours).total,
      sponsor: sponsors.get(each._id) ?? null,
      planId: isKept ? each._id : null,
      pace: pace && { state: pace.state, days: pace.days },
    };
  });
  const own = head.side === 'volunteer';
  const student = own && engagement.supervised && !engagement.supervision ? await studentOf(engagement.personId) : null;
  return {
    ...head,
    members: members.toSorted((a, b) => Number(b.isLead) - Number(a.isLead) || rank(a.state) - rank(b.state)),
    isShown: isShownToTeam({ ...engagement, state: 'active' }),
    supervised: engagement.supervised ?? false,
    supervision: engagement.supervision ? supervisionView(ctx, engagement, engagement.supervision, own) : null,
    proposed: student?.supervisor ? { name: student.supervisor.name, email: student.supervisor.email } : null,
  };
}

async function sponsorsOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(ids.map(async (id) => [id, await sponsorshipOf(id)] as const));
  return new Map(found.flatMap(([id, work]) => (work?.state === 'approved' ? [[id, work.employer] as const] : [])));
}

export function supervisionView(
  ctx: Context,
  engagement: EngagementDocument,
  supervision: Supervision,
  own: boolean,
): SupervisionView {
  const { id, name, institution, email, state, answeredAt, expiresAt, version, reason } = supervision;
  return {
    ...{ id, name, function: supervision.function, institution, email: own ? email : null, state, version, reason },
    isSigned: hasSupervisorSigned(engagement),
    isOver: state === 'asked' && expiresAt <= ctx.now,
    answeredAt: answeredAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}
