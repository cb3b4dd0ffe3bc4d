/** How the missions came to stand where they stand, work aside: written, handed in, read, published, ended. */
import type { MissionContent } from '$lib/domains/missions/mission';
import { cancelMission } from '$lib/domains/missions/server/commands/cancel-mission';
import { createMission } from '$lib/domains/missions/server/commands/create-mission';
import { pauseMission } from '$lib/domains/missions/server/commands/pause-mission';
import { publishMission } from '$lib/domains/missions/server/commands/publish-mission';
import { rejectMission } from '$lib/domains/missions/server/commands/reject-mission';
import { requestMissionChanges } from '$lib/domains/missions/server/commands/request-mission-changes';
import { saveMission } from '$lib/domains/missions/server/commands/save-mission';
import { submitMission } from '$lib/domains/missions/server/commands/submit-mission';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import { MISSIONS } from './all-missions';
import { contentOf } from './mission-content';
import { DECIDING_HOUR, scheduleOf, type MissionSchedule } from './mission-schedule';
import type { SeedMission } from './seed-mission';

export interface PlannedMission {
  mission: SeedMission;
  content: MissionContent;
  schedule: MissionSchedule;
  /** Key of the member who looks after it. */
  author: string;
}

/** @param editors keys of the owner and editors of each organisation, the owner first */
export function planMissions(
  calendar: Calendar,
  chance: Chance,
  editors: (organisation: string) => readonly string[],
): PlannedMission[] {
  return MISSIONS.map((mission) => {
    const mine = chance.fork(mission.key);
    const [owner = '', ...others] = editors(mission.by);
    const author = others.length > 0 && owner !== 'ngo' && mine.is(0.5) ? mine.pick(others) : owner;
    return { mission, content: contentOf(mission, calendar), schedule: scheduleOf(mission, mine), author };
  });
}

export function missionActs(calendar: Calendar, cast: Cast, planned: PlannedMission): Act[] {
  const { mission, schedule, author } = planned;
  const { key } = mission;
  const act = (days: number, hour: number, what: string, run: Act['run']): Act => ({
    at: calendar.onWorkingDay(calendar.ago(days, hour)),
    what: `${key}: ${what}`,
    run,
  });
  const missionId = () => cast.mission(key).id;
  const acts = [act(schedule.begun, 9.2, 'is written', () => write(cast, planned))];
  if (schedule.submitted !== null)
    acts.push(
      act(schedule.submitted, 11.4, 'is handed in', () => submitMission(cast.as(author), { missionId: missionId() })),
    );
  if (schedule.decided !== null)
    acts.push(act(schedule.decided, DECIDING_HOUR, 'is decided on', () => decide(cast, mission)));
  if (schedule.ended !== null) acts.push(act(schedule.ended, 16.1, 'is held or ended', () => end(cast, planned)));
  return acts;
}

async function write(cast: Cast, { mission, content, author }: PlannedMission): Promise<void> {
  const { key, by, template, language } = mission;
  const organisationId = cast.organisation(by).id;
  const { missionId, slug } = await createMission(cast.as(author), { organisationId, template, language });
  await saveMission(cast.as(author), { missionId, version: 1, content });
  cast.keepMission(key, { id: missionId, slug, organisation: by, roleIds: content.roles.map(({ id }) => id) });
}

async function decide(cast: Cast, { key, fate, note = '' }: SeedMission): Promise<void> {
  const known = cast.mission(key);
  const missionId = known.id;
  const moderator = cast.as('moderator');
  if (fate === 'changes_requested') return requestMissionChanges(moderator, { missionId, note });
  if (fate === 'rejected') return rejectMission(moderator, { missionId, note });
  const { slug } = await publishMission(moderator, { missionId });
  cast.keepMission(key, { ...known, slug });
}

async function end(cast: Cast, { mission, author }: PlannedMission): Promise<void> {
  const missionId = cast.mission(mission.key).id;
  if (mission.fate === 'paused') await pauseMission(cast.as(author), { missionId });
  else await cancelMission(cast.as(author), { missionId, reason: mission.note ?? '' });
}
