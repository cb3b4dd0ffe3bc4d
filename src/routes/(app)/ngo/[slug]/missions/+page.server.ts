/** The board of an organisation's missions. */
import { missionsOfOrganisation } from '$lib/domains/missions/server/queries/missions-of-organisation';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { requireMemberOfSlug } from '$lib/domains/organisations/server/queries/require-member';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { organisation, role } = await requireMemberOfSlug(ctx, event.params.slug, 'viewer');
    return {
      title: `${m.mission_board_title()} · ${organisation.name}`,
      now: ctx.now,
      missions: await missionsOfOrganisation(ctx, organisation.id),
      mayWrite: roleAtLeast(role, 'editor') && organisation.state !== 'suspended',
    };
  });
