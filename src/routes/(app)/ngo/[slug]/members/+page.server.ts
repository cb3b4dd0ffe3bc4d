/** Members and invitations of an organisation. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  changeRoleSchema,
  emptySchema,
  invitationIdSchema,
  inviteMemberSchema,
  memberIdSchema,
} from '$lib/domains/organisations/organisation.input';
import { roleName } from '$lib/domains/organisations/organisation-words';
import { changeMemberRole } from '$lib/domains/organisations/server/commands/members/change-member-role';
import { inviteMember } from '$lib/domains/organisations/server/commands/members/invite-member';
import { leaveOrganisation } from '$lib/domains/organisations/server/commands/members/leave-organisation';
import { removeMember } from '$lib/domains/organisations/server/commands/members/remove-member';
import { resendInvitation } from '$lib/domains/organisations/server/commands/members/resend-invitation';
import { revokeInvitation } from '$lib/domains/organisations/server/commands/members/revoke-invitation';
import { membersOf } from '$lib/domains/organisations/server/queries/members-of';
import { requireMemberOfSlug } from '$lib/domains/organisations/server/queries/require-member';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const view = await membersOf(ctx, event.params.slug);
    return { title: `${m.organisation_members_title()} · ${view.name}`, view };
  });

async function organisationOf(ctx: Context, event: RequestEvent) {
  return (await requireMemberOfSlug(ctx, event.params['slug'] ?? '', 'viewer')).organisation;
}

/** Says what happened and shows the list as it is now. */
function done(event: RequestEvent, text: string, path = `/ngo/${event.params['slug'] ?? ''}/members`): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(path));
}

async function nameOf(ctx: Context, event: RequestEvent, personId: string): Promise<string> {
  const { members } = await membersOf(ctx, event.params['slug'] ?? '');
  return members.find((member) => member.personId === personId)?.name ?? '';
}

export const actions: Actions = {
  invite: formAction('invite', inviteMemberSchema, async ({ ctx, input, event }) => {
    const { id: organisationId } = await organisationOf(ctx, event);
    await inviteMember(ctx, { ...input, organisationId });
    done(event, m.organisation_invite_sent({ email: input.email }));
  }),
  resend: formAction('invitations', invitationIdSchema, async ({ ctx, input, event }) => {
    const { id: organisationId } = await organisationOf(ctx, event);
    const { email } = await resendInvitation(ctx, { ...input, organisationId });
    done(event, m.organisation_invite_sent({ email }));
  }),
  revoke: formAction('invitations', invitationIdSchema, async ({ ctx, input, event }) => {
    await revokeInvitation(ctx, { ...input, organisationId: (await organisationOf(ctx, event)).id });
    done(event, m.organisation_invitation_revoked());
  }),
  role: formAction('members', changeRoleSchema, async ({ ctx, input, event }) => {
    const name = await nameOf(ctx, event, input.personId);
    await changeMemberRole(ctx, { ...input, organisationId: (await organisationOf(ctx, event)).id });
    done(event, m.organisation_member_role_saved({ name, role: roleName(input.role) }));
  }),
  remove: formAction('members', memberIdSchema, async ({ ctx, input, event }) => {
    const name = await nameOf(ctx, event, input.personId);
    await removeMember(ctx, { ...input, organisationId: (await organisationOf(ctx, event)).id });
    done(event, m.organisation_member_removed({ name }));
  }),
  leave: formAction('leave', emptySchema, async ({ ctx, event }) => {
    const { id: organisationId, name } = await organisationOf(ctx, event);
    await leaveOrganisation(ctx, { organisationId });
    done(event, m.organisation_left({ name }), '/');
  }),
};
