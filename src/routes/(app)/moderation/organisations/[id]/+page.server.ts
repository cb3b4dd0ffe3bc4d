/** One organisation before a moderator: everything about it, and every decision. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  clearFlagSchema,
  memberIdSchema,
  mergeSchema,
  requestChangesSchema,
  suspendSchema,
  verifySchema,
} from '$lib/domains/organisations/organisation.input';
import { appointOwner } from '$lib/domains/organisations/server/commands/members/appoint-owner';
import { clearOrganisationFlags } from '$lib/domains/organisations/server/commands/verification/clear-organisation-flags';
import { mergeOrganisations } from '$lib/domains/organisations/server/commands/verification/merge-organisations';
import { reinstateOrganisation } from '$lib/domains/organisations/server/commands/verification/reinstate-organisation';
import { requestOrganisationChanges } from '$lib/domains/organisations/server/commands/verification/request-organisation-changes';
import { suspendOrganisation } from '$lib/domains/organisations/server/commands/verification/suspend-organisation';
import { verifyOrganisation } from '$lib/domains/organisations/server/commands/verification/verify-organisation';
import { organisationReview } from '$lib/domains/organisations/server/queries/organisation-review';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const review = await organisationReview(ctx, event.params.id);
    return { title: `${review.organisation.name} · ${m.moderation_title()}`, review };
  });

const idOf = (event: RequestEvent) => event.params['id'] ?? '';

/** Says what was decided and leads back to what waits. */
async function done(
  ctx: Context,
  event: RequestEvent,
  text: (named: { name: string }) => string,
  path = '/moderation',
) {
  const { organisation } = await organisationReview(ctx, idOf(event));
  setFlash(event.cookies, { kind: 'success', text: text({ name: organisation.name }) });
  redirect(303, href(path));
}

export const actions: Actions = {
  verify: formAction('verify', verifySchema, async ({ ctx, input, event }) => {
    await verifyOrganisation(ctx, { ...input, organisationId: idOf(event) });
    await done(ctx, event, m.moderation_done_verified);
  }),
  request: formAction('request', requestChangesSchema, async ({ ctx, input, event }) => {
    await requestOrganisationChanges(ctx, { ...input, organisationId: idOf(event) });
    await done(ctx, event, m.moderation_done_requested);
  }),
  suspend: formAction('suspend', suspendSchema, async ({ ctx, input, event }) => {
    await suspendOrganisation(ctx, { ...input, organisationId: idOf(event) });
    await done(ctx, event, m.moderation_done_suspended);
  }),
  reinstate: formAction('reinstate', verifySchema, async ({ ctx, input, event }) => {
    await reinstateOrganisation(ctx, { ...input, organisationId: idOf(event) });
    await done(ctx, event, m.moderation_done_reinstated);
  }),
  clear: formAction('clear', clearFlagSchema, async ({ ctx, input, event }) => {
    await clearOrganisationFlags(ctx, { ...input, organisationId: idOf(event) });
    await done(ctx, event, m.moderation_done_cleared);
  }),
  merge: formAction('merge', mergeSchema, async ({ ctx, input, event }) => {
    await mergeOrganisations(ctx, { ...input, fromId: idOf(event) });
    await done(ctx, event, m.moderation_done_merged);
  }),
  owner: formAction('owner', memberIdSchema, async ({ ctx, input, event }) => {
    await appointOwner(ctx, { ...input, organisationId: idOf(event) });
    const { members } = await organisationReview(ctx, idOf(event));
    const name = members.find(({ personId }) => personId === input.personId)?.name ?? '';
    await done(ctx, event, () => m.moderation_made_owner({ name }), `/moderation/organisations/${idOf(event)}`);
  }),
};
