/** Changes name, language and time zone. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import type { Preferences } from '../../account';
import { People } from '../person.model';

export async function updatePreferences(ctx: Context, input: Preferences): Promise<void> {
  const { personId } = requireActor(ctx);
  const { name, locale, timeZone } = input;
  const changed = await People.updateOne(
    { _id: personId, state: 'active' },
    { $set: { name, locale, timeZone }, $push: { outbox: emit('account.changed', { personId }) } },
  );
  if (changed.matchedCount === 0) throw new AppError('not_found', 'error_not_found');
}
