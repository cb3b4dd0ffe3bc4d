/** The invited colleague joins: signed in, with the very address the invitation went to. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { maskEmail } from '$lib/shared/mask-email';
import { becomeStaff } from '../../staff/become-staff';
import { openInvitation } from '../../staff/open-invitation';

export async function acceptStaffInvitation(
  ctx: Context,
  input: { token: string },
): Promise<{ organisationId: string }> {
  const { personId } = requireConfirmed(ctx);
  const gone = new AppError('not_found', 'staff_refusal_invitation_over');
  const invited = await openInvitation(input.token, ctx.now);
  if (!invited) throw gone;
  const viewer = await personContact(personId);
  if (!viewer) throw gone;
  if (viewer.email !== invited.email)
    throw new AppError('refused', 'organisation_refusal_other_address', {
      params: { invited: maskEmail(invited.email), own: viewer.email },
    });
  const { organisationId, joinedBy } = invited;
  await becomeStaff(ctx, { organisationId, personId, email: viewer.email, locale: viewer.locale }, joinedBy);
  return { organisationId };
}
