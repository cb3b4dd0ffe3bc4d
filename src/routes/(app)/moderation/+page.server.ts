/** What waits for a moderator. */
import { openDisputes } from '$lib/domains/engagements/server/queries/together/dispute-desk';
import { registrationsToDecide } from '$lib/domains/exchange/server/queries/desk/to-decide';
import { missionsToReview } from '$lib/domains/missions/server/queries/missions-to-review';
import { moderationCounts } from '$lib/domains/moderation/server/queries/moderation-counts';
import { openReports } from '$lib/domains/moderation/server/queries/open-reports';
import { organisationsToVerify } from '$lib/domains/organisations/server/queries/organisations-to-verify';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const SHOWN = 50;

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const [counts, organisations, missions, reports, disputes, floor] = await Promise.all([
      moderationCounts(ctx),
      organisationsToVerify(ctx, SHOWN),
      missionsToReview(ctx),
      openReports(ctx, SHOWN),
      openDisputes(ctx),
      registrationsToDecide(ctx, SHOWN),
    ]);
    const shown = {
      missions: missions.slice(0, SHOWN),
      disputes: disputes.filter(({ isTaken }) => !isTaken).slice(0, SHOWN),
    };
    return { title: m.moderation_title(), counts, organisations, reports, floor, ...shown };
  });
