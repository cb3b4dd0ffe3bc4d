/** Whether somebody works for an employer with a programme here. */
import { Staff } from '../staff.model';

export async function isStaff(personId: string): Promise<boolean> {
  return (await Staff.exists({ activeKey: personId })) !== null;
}
