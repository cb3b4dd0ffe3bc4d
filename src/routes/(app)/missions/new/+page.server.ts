/** The beginning of a mission: for which organisation, in which language, from which template. */
import { redirect } from '@sveltejs/kit';
import { createMissionForm } from '$lib/domains/missions/mission-input';
import { createMission } from '$lib/domains/missions/server/commands/create-mission';
import { templateChoices } from '$lib/domains/missions/server/queries/editing/template-choices';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { languageOptions } from '$lib/domains/skills/language';
import { formAction, guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const memberships = await membershipsOf(requireActor(ctx).personId);
    const mine = memberships.filter(({ role, state }) => roleAtLeast(role, 'editor') && state !== 'suspended');
    const wanted = event.url.searchParams.get('org');
    return {
      title: m.mission_new_title(),
      organisations: mine.map(({ organisationId, name, state }) => ({ value: organisationId, label: name, state })),
      chosen: (mine.find(({ slug }) => slug === wanted) ?? mine[0])?.organisationId ?? null,
      templates: templateChoices(ctx),
      languages: languageOptions(ctx.locale),
      formKey: newId(),
    };
  });

export const actions: Actions = {
  default: formAction('new-mission', createMissionForm, async ({ ctx, input, formKey }) => {
    const { slug } = await createMission(ctx, input, formKey);
    redirect(303, href(`/missions/${slug}/edit`));
  }),
};
