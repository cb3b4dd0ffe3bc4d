/** HR takes somebody off the list, or takes an invitation back. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireEmployerById } from '../../access';
import { endRequestsOf, partFromEmployer } from '../../staff/part-from-employer';
import { Staff, type StaffDocument } from '../../staff.model';

export async function removeStaff(ctx: Context, input: { organisationId: string; staffId: string }): Promise<void> {
  const { organisationId, staffId } = input;
  await requireEmployerById(ctx, organisationId, 'editor');
  const staff = await Staff.findOne({ _id: staffId, organisationId }).lean<StaffDocument>();
  if (!staff) throw new AppError('not_found', 'error_not_found');
  if ((await partFromEmployer(ctx, staff)) && staff.personId) await endRequestsOf(ctx, organisationId, staff.personId);
}
