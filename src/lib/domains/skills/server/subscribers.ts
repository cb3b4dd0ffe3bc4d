/** Wires the skills domain into a process: its index, and what follows a change. Called once by the composition root. */
import './skill.events';
import { subscribe } from '$lib/server/events';
import { reindexIds } from '$lib/server/search-access';
import { forgetSkills } from './skill-cache';
import { registerSkillIndex, SKILL_INDEX } from './skill.search';

export function registerSkillsSubscribers(): void {
  registerSkillIndex();
  subscribe('skill.saved', 'skills.index-one', async ({ payload }) => {
    forgetSkills();
    await reindexIds(SKILL_INDEX, [payload.slug]);
  });
  subscribe('skills.loaded', 'skills.index-many', async ({ payload }) => {
    forgetSkills();
    await reindexIds(SKILL_INDEX, payload.slugs);
  });
}
