/** The missions that fit the reader best, with the sum their NGOs see; or what would help her profile to be found. */
import { toCardFit } from '$lib/domains/matching/fit-words';
import { bestForMe } from '$lib/domains/matching/server/queries/best-for-me';
import { reasonLabels } from '$lib/domains/matching/server/queries/reason-labels';
import { missionCards } from '$lib/domains/missions/server/queries/mission-cards';
import { myProfile } from '$lib/domains/volunteers/server/queries/my-profile';
import { guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const MAX_PAGE = 100;

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireActor(ctx);
    const wish = Number.parseInt(event.url.searchParams.get('page') ?? '1', 10);
    const page = Math.min(MAX_PAGE, Math.max(1, wish || 1));
    const [profile, best] = await Promise.all([myProfile(ctx), bestForMe(ctx, page)]);
    const cards = await missionCards(ctx, best?.fits.map(({ missionId }) => missionId) ?? []);
    const cardOf = new Map(cards.map((card) => [card.id, card]));
    const found = (best?.fits ?? []).flatMap((fit) => {
      const mission = cardOf.get(fit.missionId);
      return mission ? [{ mission, fit: toCardFit(fit), criteria: fit.criteria, roleId: fit.roleId }] : [];
    });
    const { version, state, percent, missing, canApply } = profile;
    return {
      title: m.match_for_me_title(),
      now: ctx.now,
      profile: { exists: version !== null, state, percent, missing, canApply },
      best: best && {
        total: best.total,
        pages: best.pages,
        page: Math.min(page, best.pages),
        considered: best.considered,
        excluded: best.excluded,
      },
      found,
      labels: await reasonLabels(ctx, found),
    };
  });
