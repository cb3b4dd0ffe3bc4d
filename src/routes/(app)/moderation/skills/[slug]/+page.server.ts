/** One skill as moderators edit it, or a new one at /moderation/skills/new. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { missionsAsking } from '$lib/domains/missions/server/queries/figures/skill-use';
import { saveSkill } from '$lib/domains/skills/server/commands/save-skill';
import { namesOfSkills, skillForEdit } from '$lib/domains/skills/server/queries/desk/skills-for-desk';
import { withNamed } from '$lib/domains/skills/server/queries/desk/with-named';
import { skillDeskSchema, toSkill } from '$lib/domains/skills/desk/skill-desk';
import { profilesNaming } from '$lib/domains/volunteers/server/queries/profiles-naming';
import { formAction, guarded } from '$lib/server/boundary';
import { requireModerator } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const slugOf = (event: RequestEvent) => (event.params['slug'] === 'new' ? null : (event.params['slug'] ?? ''));

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireModerator(ctx);
    const slug = slugOf(event);
    if (slug === null) return { title: m.desk_skill_new(), skill: null, names: {}, profiles: 0, missions: 0 };
    const skill = await skillForEdit(ctx, slug);
    const near = [...skill.broader, ...skill.related.map((each) => each.slug), skill.replacedBy ?? ''];
    const [names, profiles, missions] = await Promise.all([
      namesOfSkills(ctx, near),
      profilesNaming([slug]),
      missionsAsking([slug]),
    ]);
    const uses = { profiles: profiles.get(slug) ?? 0, missions: missions.get(slug) ?? 0 };
    return { title: m.desk_skill_edit({ skill: skill.labels.en }), skill, names, ...uses };
  });

const save = formAction('skill', skillDeskSchema, async ({ ctx, input, event }) => {
  requireModerator(ctx);
  const slug = slugOf(event);
  const named = await withNamed(ctx, input);
  const seen = slug === null ? null : Number(input.seen || 0);
  const saved = await saveSkill(ctx, toSkill(named, slug), seen);
  setFlash(event.cookies, { kind: 'success', text: m.desk_skill_saved({ skill: input.en }) });
  redirect(303, href(`/moderation/skills/${saved.slug}`));
});

export const actions = {
  save: async (event: RequestEvent) => {
    const { status, data } = await save(event);
    const { ctx } = event.locals;
    // What was picked keeps its names; a colleague's version stands beside what was typed.
    const picked = ['broader', 'related', 'replacedBy'].flatMap((field) => data.values[field] ?? []);
    const names = await namesOfSkills(
      ctx,
      picked.map((each) => each.replace(/:[\d.]+$/, '')),
    );
    const slug = slugOf(event);
    const theirs = status === 409 && slug !== null ? await skillForEdit(ctx, slug) : null;
    return fail(status, { ...data, names, theirs });
  },
} satisfies Actions;
