/** Takes a platform role away; it is gone at the person's next request. */
import { isAdministrator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { People, type PersonDocument } from '../../person.model';
import type { ChangeRole } from './grant-platform-role';

/** @returns whether anything changed */
export async function takePlatformRole(ctx: Context, input: ChangeRole): Promise<boolean> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const { personId, role } = input;
  const person = await People.findOne({ _id: personId, state: 'active' }).lean<PersonDocument>();
  if (!person) throw new AppError('not_found', 'account_error_no_such_person');
  if (role === 'administrator' && !(await hasAnotherAdministrator(personId))) {
    throw new AppError('refused', 'account_error_last_administrator');
  }
  const before = person.platformRoles;
  const after = before.filter((held) => held !== role);
  const by = ctx.actor?.personId ?? null;
  const won = await People.updateOne(
    { _id: personId, state: 'active', platformRoles: role },
    {
      $pull: { platformRoles: role },
      $push: { outbox: emit('account.role_taken', { personId, role, by, before, after }) },
    },
  );
  return won.matchedCount > 0;
}

async function hasAnotherAdministrator(personId: string): Promise<boolean> {
  return (
    (await People.exists({ _id: op({ $ne: personId }), platformRoles: 'administrator', state: 'active' })) !== null
  );
}
