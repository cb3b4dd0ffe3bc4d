/** A person stops being a volunteer: the profile is emptied everywhere, the account stays. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { emptyVolunteer } from '../set-state';

export async function removeVolunteer(ctx: Context): Promise<void> {
  const { personId } = requireActor(ctx);
  if (!(await emptyVolunteer(personId, ctx.now))) throw new AppError('not_found', 'profile_refusal_none');
}
