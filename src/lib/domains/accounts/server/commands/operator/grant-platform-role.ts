/** Makes a person a moderator or an administrator. */
import { isAdministrator, type Context, type PlatformRole } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { People, type PersonDocument } from '../../person.model';

export interface ChangeRole {
  personId: string;
  role: PlatformRole;
}

/** @returns whether anything changed */
export async function grantPlatformRole(ctx: Context, input: ChangeRole): Promise<boolean> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const { personId, role } = input;
  const person = await People.findOne({ _id: personId, state: 'active' }).lean<PersonDocument>();
  if (!person) throw new AppError('not_found', 'account_error_no_such_person');
  if (!person.confirmedAt) throw new AppError('refused', 'account_error_role_unconfirmed');
  const before = person.platformRoles;
  const after = [...before, role];
  const by = ctx.actor?.personId ?? null;
  const won = await People.updateOne(
    { _id: personId, state: 'active', platformRoles: op({ $ne: role }) },
    {
      $addToSet: { platformRoles: role },
      $push: { outbox: emit('account.role_granted', { personId, role, by, before, after }) },
    },
  );
  return won.matchedCount > 0;
}
