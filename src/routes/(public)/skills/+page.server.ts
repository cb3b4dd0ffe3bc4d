/** All curated skills by group, and a search that also covers ESCO. */
import { skillsByGroup } from '$lib/domains/skills/server/queries/skills-by-group';
import { findSkills } from '$lib/domains/skills/server/queries/find-skills';
import { guarded } from '$lib/server/boundary';
import { takeFromLimit } from '$lib/server/rate-limit';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const q = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
    if (q !== '') await takeFromLimit('searchByAddress', ctx.address);
    return {
      title: m.skill_list_title(),
      description: m.skill_list_lead(),
      q,
      found: q === '' ? null : await findSkills(ctx, q),
      groups: await skillsByGroup(ctx),
    };
  });
