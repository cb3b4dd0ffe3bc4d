/** The invited person joins: signed in, with the very address the invitation went to. */
import { hashToken } from '$lib/domains/accounts/server/links/secret-token';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { maskEmail } from '$lib/shared/mask-email';
import { whyNotAccept } from '../../../membership';
import { Organisations, type OrganisationDocument } from '../../organisation.model';
import '../../organisation-events';

export async function acceptInvitation(
  ctx: Context,
  input: { token: string },
): Promise<{ slug: string; name: string }> {
  const actor = requireConfirmed(ctx);
  const gone = new AppError('not_found', 'organisation_refusal_invitation_over');
  const tokenHash = hashToken(input.token);
  const document = await Organisations.findOne({ 'invitations.tokenHash': tokenHash }).lean<OrganisationDocument>();
  const invitation = document?.invitations.find((each) => each.tokenHash === tokenHash);
  if (!document || !invitation) throw gone;
  const viewer = await personContact(actor.personId);
  if (!viewer) throw gone;
  const refusal = whyNotAccept(invitation, viewer.email, ctx.now);
  if (refusal)
    throw new AppError('refused', refusal, { params: { invited: maskEmail(invitation.email), own: viewer.email } });

  const here = { slug: document.slug, name: document.name };
  const isMember = document.members.some(({ personId }) => personId === actor.personId);
  const joined = { personId: actor.personId, role: invitation.role, since: ctx.now };
  const payload = { organisationId: document._id, personId: actor.personId };
  const result = await Organisations.updateOne(
    {
      _id: document._id,
      'invitations.tokenHash': tokenHash,
      'members.personId': isMember ? actor.personId : op({ $ne: actor.personId }),
    },
    {
      $pull: { invitations: { id: invitation.id } },
      ...(isMember
        ? {}
        : {
            $push: {
              members: joined,
              timeline: entry(ctx, 'member_joined'),
              outbox: emit('organisation.member_joined', payload),
            },
          }),
    },
  );
  if (result.matchedCount > 0) return here;
  // The same button pressed twice: she is in, which is what she asked for.
  const inside = await Organisations.exists({ _id: document._id, 'members.personId': actor.personId });
  if (!inside) throw new AppError('conflict', 'organisation_refusal_invitation_over');
  return here;
}
