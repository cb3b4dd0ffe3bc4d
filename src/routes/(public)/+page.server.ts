/** The front page: what is most urgent, how much there is, and where to begin. */
import { missionFigures, nearestMissions } from '$lib/domains/missions/server/queries/nearest-missions';
import { volunteerCount } from '$lib/domains/volunteers/server/queries/volunteer-count';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [missions, figures, volunteers] = await Promise.all([
      nearestMissions(ctx, 6),
      missionFigures(ctx),
      volunteerCount(),
    ]);
    return { now: ctx.now, missions, figures, volunteers };
  });
