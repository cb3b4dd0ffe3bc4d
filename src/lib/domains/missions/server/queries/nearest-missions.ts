/** The open public missions with the nearest deadlines, and how many there are: for the front page. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { openSeats } from '../../mission';
import { MISSION_STAGES, type MissionStage } from '../../subject/stage';
import { Missions, type MissionDocument } from '../mission.model';
import { cardsOf, type MissionCard } from './mission-cards';

const open = (now: Date) => ({
  state: 'published' as const,
  confidentiality: 'public' as const,
  deadline: op({ $gt: now }),
});

/** Reads a few more than asked for, because an NGO that is suspended shows nothing. */
export async function nearestMissions(ctx: Context, limit: number): Promise<MissionCard[]> {
  const found = await Missions.find(open(ctx.now), { timeline: 0, goal: 0 })
    .sort({ deadline: 1 })
    .limit(limit * 2)
    .lean<MissionDocument[]>();
  return (await cardsOf(ctx, found)).slice(0, limit);
}

export interface MissionFigures {
  openMissions: number;
  openSeats: number;
  hoursWanted: number;
  organisations: number;
  /** Open missions at each stage of the policy cycle, in its order. */
  byStage: { stage: MissionStage; count: number }[];
}

/** True figures of what is being looked for now. */
export async function missionFigures(ctx: Context): Promise<MissionFigures> {
  const found = await Missions.find(open(ctx.now), { organisationId: 1, roles: 1, stage: 1 }).lean<MissionDocument[]>();
  const organisations = await organisationCards(found.map((mission) => mission.organisationId));
  const shown = found.filter((mission) => organisations.get(mission.organisationId)?.state === 'verified');
  const roles = shown.flatMap((mission) => mission.roles);
  return {
    openMissions: shown.length,
    openSeats: roles.reduce((sum, role) => sum + openSeats(role), 0),
    hoursWanted: roles.reduce((sum, role) => sum + openSeats(role) * (role.hours ?? 0), 0),
    organisations: new Set(shown.map((mission) => mission.organisationId)).size,
    byStage: MISSION_STAGES.map((stage) => ({
      stage,
      count: shown.filter((mission) => mission.stage === stage).length,
    })),
  };
}
