/** One skill: its names, what counts in part for it, and where it stands in ESCO. */
import { skillPage } from '$lib/domains/skills/server/queries/skill-page';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const skill = await skillPage(ctx, event.params.slug);
    return { title: skill.label, description: m.skill_page_description({ skill: skill.label }), skill };
  });
