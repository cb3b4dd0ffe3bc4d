/** An NGO's applications and work, by mission: what waits for an answer first. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { requireMemberOfSlug } from '$lib/domains/organisations/server/queries/require-member';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { APPLICATION_STATES, isOpen, type ApplicationState } from '../../application/application';
import { OPEN_STATES, type EngagementState } from '../../engagement/engagement';
import { isMyTurn } from '../../engagement/next-step';
import { Applications, type ApplicationDocument } from '../application.model';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { Invitations, type InvitationDocument } from '../invitation.model';
import { namesOf, type Names } from '../naming';
import { headOf, type EngagementHead } from './engagement-view';
import { applicationItem, type ApplicationItem } from './application-item';

export interface BoardGroup {
  state: ApplicationState;
  applications: ApplicationItem[];
}

export interface BoardMission {
  mission: Names['mission'];
  groups: BoardGroup[];
  invited: { id: string; name: string; role: string; expiresAt: string }[];
}

export interface NgoBoard {
  organisation: { slug: string; name: string };
  mayAct: boolean;
  missions: BoardMission[];
  engagements: EngagementHead[];
  pastEngagements: EngagementHead[];
  /** Decided applications that are not shown here any more. */
  past: ApplicationItem[];
}

const PAST = 50;
const ORDER: readonly ApplicationState[] = ['submitted', 'under_review', 'shortlisted', 'offered', 'waitlisted'];

/** @throws AppError not_found for strangers */
export async function ngoBoard(ctx: Context, slug: string): Promise<NgoBoard> {
  const { organisation, role } = await requireMemberOfSlug(ctx, slug, 'viewer');
  const organisationId = organisation.id;
  const ended = APPLICATION_STATES.filter((state) => !isOpen(state) && state !== 'accepted');
  const [open, past, invitations, engagements] = await Promise.all([
    Applications.find({ organisationId, state: op({ $in: [...ORDER] }) })
      .sort({ appliedAt: 1 })
      .lean<ApplicationDocument[]>(),
    Applications.find({ organisationId, state: op({ $in: ended }) })
      .sort({ endedAt: -1 })
      .limit(PAST)
      .lean<ApplicationDocument[]>(),
    Invitations.find({ organisationId, state: 'sent' }).sort({ expiresAt: 1 }).lean<InvitationDocument[]>(),
    Engagements.find({ organisationId }).sort({ createdAt: -1 }).limit(500).lean<EngagementDocument[]>(),
  ]);
  const names = await namesOf(ctx, [...open, ...past, ...invitations, ...engagements]);
  const mayAct = roleAtLeast(role, 'editor');
  const heads = engagements.map((each) => headOf(each, names(each), sideOf(ctx, each), mayAct));
  const isGoing = ({ state }: EngagementHead) => (OPEN_STATES as readonly EngagementState[]).includes(state);
  return {
    organisation: { slug: organisation.slug, name: organisation.name },
    mayAct,
    missions: byMission(
      open.map((each) => applicationItem(each, names(each))),
      invitations.map((each) => ({ ...names(each), id: each._id, expiresAt: each.expiresAt.toISOString() })),
    ),
    engagements: heads.filter(isGoing).sort((a, b) => Number(isMyTurn(b.next)) - Number(isMyTurn(a.next))),
    pastEngagements: heads.filter((head) => !isGoing(head)).slice(0, PAST),
    past: past.map((each) => applicationItem(each, names(each))),
  };
}

const sideOf = (ctx: Context, { personId }: EngagementDocument) =>
  ctx.actor?.personId === personId ? ('volunteer' as const) : ('ngo' as const);

function byMission(
  applications: readonly ApplicationItem[],
  invitations: readonly (Names & { id: string; expiresAt: string })[],
): BoardMission[] {
  const missions = new Map<string, BoardMission>();
  const boardOf = (mission: Names['mission']): BoardMission => {
    const known = missions.get(mission.id) ?? { mission, groups: [], invited: [] };
    missions.set(mission.id, known);
    return known;
  };
  for (const item of applications) {
    const { groups } = boardOf(item.mission);
    const group = groups.find(({ state }) => state === item.state);
    if (group) group.applications.push(item);
    else groups.push({ state: item.state, applications: [item] });
  }
  for (const { id, mission, role, volunteer, expiresAt } of invitations)
    boardOf(mission).invited.push({ id, name: volunteer.name, role: role.title, expiresAt });
  for (const { groups } of missions.values()) groups.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  // The mission with the most urgent answer first, then by deadline.
  const due = ({ groups }: BoardMission) =>
    groups.flatMap((group) => group.applications.flatMap(({ dueAt }) => dueAt ?? [])).sort()[0] ?? '9';
  return [...missions.values()].sort((a, b) =>
    due(a) === due(b) ? (a.mission.deadline < b.mission.deadline ? -1 : 1) : due(a) < due(b) ? -1 : 1,
  );
}
