/** One's volunteer profile: what it holds, section by section, and how complete it is. */
import { SECTION_NAMES, type Section } from '$lib/domains/volunteers/volunteer-input';
import { SECTION_OF } from '$lib/domains/volunteers/profile-words';
import { myProfile } from '$lib/domains/volunteers/server/queries/my-profile';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { aloneActions, sectionActions } from './profile-actions.server';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const profile = await myProfile(ctx);
    const named = (parameter: string): Section | null => {
      const value = event.url.searchParams.get(parameter);
      return SECTION_NAMES.find((section) => section === value) ?? null;
    };
    const saved = named('saved');
    const [missing] = profile.missing;
    const next = missing ? SECTION_OF[missing] : null;
    return {
      title: m.profile_title(),
      profile,
      saved,
      next,
      // One is open: the one asked for, or the one that is worth most; nothing else hides what is there.
      open: named('section') ?? next,
    };
  });

export const actions: Actions = { ...sectionActions, ...aloneActions };
