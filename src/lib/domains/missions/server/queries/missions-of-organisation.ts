/** An NGO's own missions, for its board: every state, the nearest deadline first while it counts, else the latest change. */
import type { Context } from '$lib/server/context';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { hasOpenSeats, takenSeats, totalHours, type MissionState } from '../../mission';
import { boardColumn, type BoardColumn } from '../../mission-state';
import type { MissionStage } from '../../subject/stage';
import { templateName } from '../../templates/mission-template';
import { checklist } from '../../writing/checklist';
import { Missions, type MissionDocument } from '../mission.model';

export interface BoardMission {
  id: string;
  slug: string;
  title: string;
  language: string;
  state: MissionState;
  column: BoardColumn;
  stage: MissionStage | null;
  /** ISO instants. */
  deadline: string | null;
  changedAt: string;
  seats: number;
  takenSeats: number;
  hasOpenSeats: boolean;
  hours: number;
  /** Required parts that a draft still lacks. */
  missing: number;
  reviewNote: string;
}

const MAX = 500;

/** @throws AppError not_found for strangers */
export async function missionsOfOrganisation(ctx: Context, organisationId: string): Promise<BoardMission[]> {
  await requireMember(ctx, organisationId, 'viewer');
  const found = await Missions.find({ organisationId }, { timeline: 0 })
    .sort({ changedAt: -1 })
    .limit(MAX)
    .lean<MissionDocument[]>();
  return inOrder(found).map((mission) => ({
    id: mission._id,
    slug: mission.slug,
    title: mission.title || templateName(mission.template, ctx.locale),
    language: mission.title ? mission.language : ctx.locale,
    state: mission.state,
    column: boardColumn(mission.state),
    stage: mission.stage,
    deadline: mission.deadline?.toISOString() ?? null,
    changedAt: mission.changedAt.toISOString(),
    seats: mission.roles.reduce((sum, role) => sum + role.seats, 0),
    takenSeats: takenSeats(mission),
    hasOpenSeats: hasOpenSeats(mission),
    hours: totalHours(mission.roles),
    missing: checklist(mission).filter((item) => item.required && !item.done).length,
    reviewNote: mission.reviewNote,
  }));
}

function inOrder(missions: MissionDocument[]): MissionDocument[] {
  const rank = ({ state, deadline, changedAt }: MissionDocument) =>
    deadline && ['open', 'work'].includes(boardColumn(state)) ? deadline.getTime() : -changedAt.getTime();
  return missions.sort((a, b) => rank(a) - rank(b));
}
