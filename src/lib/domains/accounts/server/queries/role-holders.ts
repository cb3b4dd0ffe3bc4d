/** Who holds a platform role, for administrators. */
import { isAdministrator, type Context, type PlatformRole } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { PLATFORM_ROLES } from '../../account';
import { People, type PersonDocument } from '../person.model';

export interface RoleHolder {
  id: string;
  name: string;
  email: string;
  roles: PlatformRole[];
  isSelf: boolean;
}

export async function roleHolders(ctx: Context): Promise<RoleHolder[]> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const people = await People.find({ platformRoles: op({ $in: [...PLATFORM_ROLES] }), state: 'active' })
    .sort({ name: 1 })
    .limit(200)
    .lean<PersonDocument[]>();
  return people.map(({ _id, name, email, platformRoles }) => ({
    id: _id,
    name,
    email,
    roles: platformRoles,
    isSelf: _id === ctx.actor?.personId,
  }));
}
