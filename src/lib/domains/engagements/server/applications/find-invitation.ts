/** An invitation for the person who got it. */
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { Invitations, type InvitationDocument } from '../invitation.model';

/** @throws AppError not_found, also for somebody else's */
export async function findInvitationOf(personId: string, invitationId: string): Promise<InvitationDocument> {
  const found = ID_PATTERN.test(invitationId)
    ? await Invitations.findById(invitationId).lean<InvitationDocument>()
    : null;
  if (!found || found.personId !== personId) throw new AppError('not_found', 'error_not_found');
  return found;
}
