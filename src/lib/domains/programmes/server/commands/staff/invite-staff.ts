/** HR invites a colleague by mail; the link is good for 30 days and for the invited address only. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { requireEmployerById } from '../../access';
import { inviteOne } from '../../staff/invite-one';
import { Staff } from '../../staff.model';

export interface InviteStaff {
  organisationId: string;
  email: string;
  team: string;
  managerEmail: string;
}

/** `token` is for tests and the demonstration data. @throws AppError refused for somebody who is staff already */
export async function inviteStaff(ctx: Context, input: InviteStaff): Promise<{ staffId: string; token: string }> {
  const { organisationId, email, managerEmail } = input;
  if (!ctx.system) requireConfirmed(ctx);
  await requireEmployerById(ctx, organisationId, 'editor');
  if (managerEmail === email) throw new AppError('refused', 'staff_row_self', { field: 'manager' });
  const active = await Staff.exists({ organisationId, email, state: 'active' });
  if (active) throw new AppError('refused', 'staff_row_known', { field: 'email' });
  if (!ctx.system) await takeFromLimit('inviteByOrganisation', `staff:${organisationId}`);
  return inviteOne(ctx, input, 'invitation');
}
