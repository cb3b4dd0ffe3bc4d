/** Why am I, or am I not, on the list for this role: the very sum its NGO sees. */
import { fitForRoles } from '$lib/domains/matching/server/queries/fit-for-missions';
import { reasonLabels } from '$lib/domains/matching/server/queries/reason-labels';
import { missionCards } from '$lib/domains/missions/server/queries/mission-cards';
import { guarded } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { missionId, roleId } = event.params;
    const [mission] = await missionCards(ctx, [missionId]);
    const role = mission?.roles.find(({ id }) => id === roleId);
    if (!mission || !role) throw new AppError('not_found', 'error_not_found');
    const fit = (await fitForRoles(ctx, missionId)).get(roleId) ?? null;
    return {
      title: m.match_why_title({ role: role.title }),
      mission: { slug: mission.slug, title: mission.title, language: mission.language },
      role: { title: role.title },
      fit,
      labels: fit ? await reasonLabels(ctx, [fit]) : {},
    };
  });
