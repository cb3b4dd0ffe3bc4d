/** The details of an organisation: read by every member, changed by editors and owners. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isSentByEdit } from '$lib/domains/organisations/organisation';
import { editOrganisationSchema } from '$lib/domains/organisations/organisation.input';
import { editOrganisation } from '$lib/domains/organisations/server/commands/edit-organisation';
import { workspaceOf } from '$lib/domains/organisations/server/queries/workspace';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { organisation, role } = await workspaceOf(ctx, event.params.slug);
    return { title: `${m.organisation_settings_title()} · ${organisation.name}`, organisation, role };
  });

const save = formAction('details', editOrganisationSchema, async ({ ctx, input, event }) => {
  const slug = event.params['slug'] ?? '';
  const { organisation } = await workspaceOf(ctx, slug);
  const { changed } = await editOrganisation(ctx, { ...input, organisationId: organisation.id });
  const goesBack = changed && isSentByEdit(organisation);
  const saved = goesBack ? m.organisation_settings_resubmitted() : m.organisation_settings_saved();
  setFlash(event.cookies, {
    kind: changed ? 'success' : 'info',
    text: changed ? saved : m.organisation_settings_unchanged(),
  });
  redirect(303, href(goesBack ? `/ngo/${slug}` : `/ngo/${slug}/settings`));
});

export const actions = {
  default: async (event: RequestEvent) => {
    const { status, data } = await save(event);
    if (status !== 409) return fail(status, { ...data, theirs: null });
    // Somebody else was faster: the page shows what is stored now beside what was typed.
    const { organisation } = await workspaceOf(event.locals.ctx, event.params['slug'] ?? '');
    return fail(status, { ...data, theirs: { texts: { ...organisation.texts }, version: organisation.version } });
  },
} satisfies Actions;
