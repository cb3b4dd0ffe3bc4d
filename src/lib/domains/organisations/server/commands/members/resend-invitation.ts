/** An owner sends an invitation again: with a new link and 14 new days; the old link ends. */
import { hashToken, newToken } from '$lib/domains/accounts/server/links/secret-token';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { INVITATION_LIFE_MS } from '../../../membership';
import { writeOrganisation } from '../../organisation-store';
import { requireMembership } from '../../queries/require-member';
import '../../organisation-events';

export async function resendInvitation(
  ctx: Context,
  input: { organisationId: string; invitationId: string },
): Promise<{ email: string; token: string }> {
  if (!ctx.system) requireConfirmed(ctx);
  const { document } = await requireMembership(ctx, { _id: input.organisationId }, 'owner');
  const invitation = document.invitations.find(({ id }) => id === input.invitationId);
  if (!invitation) throw new AppError('conflict', 'organisation_refusal_invitation_gone');
  await takeFromLimit('inviteByOrganisation', input.organisationId);

  const token = newToken();
  await writeOrganisation(
    input.organisationId,
    { invitations: op({ $elemMatch: { id: invitation.id, tokenHash: invitation.tokenHash } }) },
    {
      $set: {
        'invitations.$.tokenHash': hashToken(token),
        'invitations.$.expiresAt': new Date(ctx.now.getTime() + INVITATION_LIFE_MS),
      },
      $push: {
        outbox: emit('organisation.member_invited', {
          organisationId: input.organisationId,
          invitationId: invitation.id,
          token,
        }),
      },
    },
  );
  return { email: invitation.email, token };
}
