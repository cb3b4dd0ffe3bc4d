/** The front page: what is most urgent, how much there is, and where to begin. */
import { publishedOutcomes } from '$lib/domains/engagements/server/queries/published-outcomes';
import { workFigures } from '$lib/domains/engagements/server/queries/work-figures';
import { missionFigures, nearestMissions } from '$lib/domains/missions/server/queries/nearest-missions';
import { volunteerCount } from '$lib/domains/volunteers/server/queries/volunteer-count';
import { guarded } from '$lib/server/boundary';
import { sharedFact } from '$lib/server/http/page-cache';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [missions, [figures, volunteers, work, latest]] = await Promise.all([
      nearestMissions(ctx, 6),
      sharedFact('front-page', () =>
        Promise.all([missionFigures(ctx), volunteerCount(), workFigures(), publishedOutcomes({ perPage: 3 })]),
      ),
    ]);
    return { now: ctx.now, missions, figures, volunteers, work, outcomes: latest.outcomes };
  });
