/** NGOs that looked at the ranked candidates of their open missions in the last weeks: what the figures of exposure count. */
import { countImpressions } from '$lib/domains/matching/server/commands/count-impressions';
import { rankedCandidates } from '$lib/domains/matching/server/queries/ranked-candidates';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Act } from '../engine/story';
import type { PlannedMission } from '../missions/mission-acts';

/** Days ago on which somebody sat down to look, and at how many missions. */
const DAYS = [25, 18, 11, 6, 3, 1];
const LISTS = 6;

export function impressionActs(calendar: Calendar, cast: Cast, missions: readonly PlannedMission[]): Act[] {
  const open = missions.filter(({ mission }) => mission.fate === 'open');
  return DAYS.map((days, turn) => {
    const known = open.filter(({ schedule }) => (schedule.decided ?? 0) > days + 2);
    const looked = known.filter((_, index) => index % Math.ceil(known.length / LISTS) === turn % 3).slice(0, LISTS);
    return {
      at: calendar.ago(days, 11),
      what: 'NGOs look at their candidates',
      // The lists depend on everybody as they are at that moment.
      afterSettling: true,
      alone: true,
      run: () => Promise.all(looked.map(({ mission, author }) => look(cast, mission.key, author))),
    };
  });
}

async function look(cast: Cast, key: string, by: string): Promise<void> {
  const { id: missionId, roleIds } = cast.mission(key);
  const { id: organisationId } = cast.organisation(cast.mission(key).organisation);
  const ctx = cast.as(by);
  for (const roleId of roleIds) {
    const { candidates } = await rankedCandidates(ctx, { missionId, roleId });
    await countImpressions(ctx, {
      organisationId,
      roleId,
      volunteerIds: candidates.map(({ volunteer }) => volunteer.id),
    });
  }
}
