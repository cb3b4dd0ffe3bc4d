/** The outcome of one mission. */
import { outcomePage } from '$lib/domains/engagements/server/queries/outcome-page';
import { thanksOnMission } from '$lib/domains/engagements/server/queries/together/public-thanks';
import { mainSponsorOf, sponsorsOfWork } from '$lib/domains/programmes/server/queries/sponsors-of-outcomes';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { missionId, ...outcome } = await outcomePage(ctx, event.params.slug);
    const [sponsors, mainSponsor, thanks] = await Promise.all([
      sponsorsOfWork(outcome.outcomes.map(({ id }) => id)),
      mainSponsorOf(missionId),
      thanksOnMission(missionId),
    ]);
    return { ...outcome, sponsors, mainSponsor, thanks, title: outcome.title, description: outcome.summary };
  });
