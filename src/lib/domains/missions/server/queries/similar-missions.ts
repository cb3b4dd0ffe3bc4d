/** Open missions that ask for the same skills or serve the same cause: for the foot of a mission's page. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import type { Mission } from '../../mission';
import { MISSION_INDEX } from '../mission.search';
import { visibleTo } from './list-missions';
import { missionCards, type MissionCard } from './mission-cards';

const POOL = 60;

/** Nearest first by how many skills and causes they share; none when search is down: the page does without. */
export async function similarMissions(ctx: Context, mission: Mission, limit = 3): Promise<MissionCard[]> {
  const skills = [...new Set(mission.roles.flatMap((role) => role.mustHave.map((need) => need.slug)))];
  if (skills.length === 0 && mission.causes.length === 0) return [];
  try {
    const { hits } = await searchEngine().search(MISSION_INDEX, {
      filter: {
        and: [
          visibleTo(ctx, 'open'),
          {
            or: [
              { field: 'skill', in: skills },
              { field: 'cause', in: mission.causes },
            ],
          },
        ],
      },
      sort: [{ field: 'deadline', dir: 'asc' }],
      offset: 0,
      limit: POOL,
    });
    const cards = await missionCards(
      ctx,
      hits.map((hit) => hit.id).filter((id) => id !== mission._id),
    );
    const shared = (card: MissionCard) => {
      const asked = card.roles.flatMap((role) => [...role.mustHave, ...role.niceToHave].map((skill) => skill.slug));
      const common = skills.filter((slug) => asked.includes(slug)).length * 2;
      return common + card.causes.filter((cause) => mission.causes.includes(cause.slug)).length;
    };
    return cards.sort((a, b) => shared(b) - shared(a)).slice(0, limit);
  } catch (error) {
    const down = error instanceof SearchUnavailable || (error instanceof AppError && error.code === 'unavailable');
    if (!down) throw error;
    log.warn({ err: error }, 'no similar missions without search');
    return [];
  }
}
