/** The list of skills for moderators, with how much each is used. */
import { missionsAsking } from '$lib/domains/missions/server/queries/figures/skill-use';
import { CAUSES } from '$lib/domains/skills/cause';
import { labelIn } from '$lib/domains/skills/labels';
import { skillsForDesk } from '$lib/domains/skills/server/queries/desk/skills-for-desk';
import { skillFilterOf } from '$lib/domains/skills/desk/skill-desk';
import { profilesNaming } from '$lib/domains/volunteers/server/queries/profiles-naming';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const filter = skillFilterOf(event.url.searchParams);
    const list = await skillsForDesk(ctx, filter);
    const slugs = list.skills.map(({ slug }) => slug);
    const [profiles, missions] = await Promise.all([profilesNaming(slugs), missionsAsking(slugs)]);
    const skills = list.skills.map((skill) => ({
      ...skill,
      profiles: profiles.get(skill.slug) ?? 0,
      missions: missions.get(skill.slug) ?? 0,
    }));
    const causes = CAUSES.map(({ slug, labels, description }) => ({
      slug,
      label: labelIn(labels, ctx.locale),
      description: labelIn(description, ctx.locale),
    }));
    return { title: m.desk_skills_title(), filter: { ...filter, page: list.page }, ...list, skills, causes };
  });
