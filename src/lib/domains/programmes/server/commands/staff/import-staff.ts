/** HR invites many colleagues from a list: a preview first, then one invitation for each row that holds no error. */
import { parse } from 'csv-parse/sync';
import { requireConfirmed, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { MAX_IMPORT_ROWS, readStaffList, type StaffList, type StaffState } from '../../../staff';
import { requireEmployerById } from '../../access';
import { inviteOne } from '../../staff/invite-one';
import { Staff, type StaffDocument } from '../../staff.model';

export interface ImportStaff {
  organisationId: string;
  list: string;
  /** Without it nothing is written: the answer is the preview. */
  confirmed: boolean;
}

/** @throws AppError refused at the field for a text that is no list, has no head or is too long */
export async function importStaff(ctx: Context, input: ImportStaff): Promise<StaffList & { invited: number }> {
  const { organisationId } = input;
  if (!ctx.system) requireConfirmed(ctx);
  await requireEmployerById(ctx, organisationId, 'editor');
  const records = recordsOf(input.list);
  if (records.length > MAX_IMPORT_ROWS + 1)
    throw new AppError('refused', 'staff_refusal_list_long', { field: 'list', params: { maximum: MAX_IMPORT_ROWS } });
  const known = await Staff.find({ organisationId, state: op({ $ne: 'left' as StaffState }) }, { email: 1 }).lean<
    Pick<StaffDocument, 'email'>[]
  >();
  const list = readStaffList(records, new Set(known.map(({ email }) => email)));
  if (!list) throw new AppError('refused', 'staff_refusal_list_head', { field: 'list' });
  if (!input.confirmed) return { ...list, invited: 0 };
  let invited = 0;
  for (const row of list.rows) {
    try {
      await inviteOne(ctx, { organisationId, ...row }, 'list');
      invited++;
    } catch (error) {
      // Somebody else invited the same address a moment ago.
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    }
  }
  return { ...list, invited };
}

/** Commas, semicolons or tabs, as spreadsheets write them. */
function recordsOf(list: string): string[][] {
  const [head = ''] = list.split('\n', 1);
  const delimiter = [';', '\t'].find((sign) => head.includes(sign)) ?? ',';
  try {
    return parse(list, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new AppError('refused', 'staff_refusal_list', {
      field: 'list',
      params: { detail: String(cause).slice(0, 80) },
    });
  }
}
