/** HR says in which team somebody works and who her manager is. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requireEmployerById } from '../../access';
import { Staff, type StaffDocument } from '../../staff.model';

export interface EditStaff {
  organisationId: string;
  staffId: string;
  team: string;
  managerEmail: string;
}

export async function editStaff(ctx: Context, input: EditStaff): Promise<void> {
  const { organisationId, staffId, team, managerEmail } = input;
  await requireEmployerById(ctx, organisationId, 'editor');
  const staff = await Staff.findOne({ _id: staffId, organisationId }).lean<StaffDocument>();
  if (!staff) throw new AppError('not_found', 'error_not_found');
  if (managerEmail === staff.email) throw new AppError('refused', 'staff_row_self', { field: 'manager' });
  await Staff.updateOne({ _id: staffId }, { $set: { team, managerEmail } });
}
