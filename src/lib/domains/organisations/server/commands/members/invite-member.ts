/** An owner invites somebody by e-mail; the link in the mail is good for 14 days. */
import { hashToken, newToken } from '$lib/domains/accounts/server/links/secret-token';
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { INVITATION_LIFE_MS, whyNotInvite } from '../../../membership';
import type { InviteMember } from '../../../organisation.input';
import { writeOrganisation } from '../../organisation-store';
import { requireMembership } from '../../queries/require-member';
import '../../organisation-events';

/** `token` is for tests and the demonstration data; pages never show it. */
export async function inviteMember(
  ctx: Context,
  input: InviteMember,
): Promise<{ invitationId: string; token: string }> {
  const actor = ctx.system ? null : requireConfirmed(ctx);
  const { document } = await requireMembership(ctx, { _id: input.organisationId }, 'owner');
  const known = await personByEmail(input.email);
  const refusal = whyNotInvite({
    members: document.members.length,
    invitedEmails: document.invitations.map(({ email }) => email),
    email: input.email,
    isMember: known !== null && document.members.some(({ personId }) => personId === known.id),
  });
  if (refusal) throw new AppError('refused', refusal, { field: 'email' });
  await takeFromLimit('inviteByOrganisation', input.organisationId);

  const token = newToken();
  const invitation = {
    id: newId(ctx.now),
    email: input.email,
    role: input.role,
    locale: ctx.locale,
    tokenHash: hashToken(token),
    invitedBy: actor?.personId ?? null,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + INVITATION_LIFE_MS),
  };
  const payload = { organisationId: input.organisationId, invitationId: invitation.id, token };
  // Two owners invite the same address at once: one mail, and one of them is told that it is on its way.
  await writeOrganisation(
    input.organisationId,
    { 'invitations.email': op({ $ne: input.email }), mergedInto: null },
    { $push: { invitations: invitation, outbox: emit('organisation.member_invited', payload) } },
  );
  return { invitationId: invitation.id, token };
}
