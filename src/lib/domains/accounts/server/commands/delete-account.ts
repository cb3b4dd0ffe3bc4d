/** Deletes one's account: the record keeps nothing personal, every session ends, every domain forgets its part. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotDeletable } from '../erasure';
import { newSecret } from '../links/secret-token';
import { requirePassword } from '../passwords/require-password';
import { People } from '../person.model';
import { Sessions } from '../session.model';

/** @throws AppError refused with what stands in the way, or at the field `current_password` */
export async function deleteAccount(ctx: Context, input: { current_password: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  const { email, name, locale } = await requirePassword(personId, input.current_password);
  const reason = (await whyNotDeletable(personId)) ?? (await whyNotAsAdministrator(personId));
  if (reason) throw new AppError('refused', reason);
  const won = await People.updateOne(
    { _id: personId, state: 'active' },
    {
      $set: {
        state: 'deleted',
        deletedAt: ctx.now,
        // Unique and no address: the old one is free for a new account.
        email: `deleted:${personId}`,
        name: '',
        passwordHash: null,
        secret: newSecret(),
        platformRoles: [],
        links: [],
        secondFactor: null,
        arrivalPath: null,
      },
      $unset: { formKey: 1 },
      $push: { outbox: emit('account.deleted', { personId, email, name, locale }) },
    },
  );
  if (won.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  await Sessions.deleteMany({ personId });
}

/** A platform without an administrator cannot make one. */
async function whyNotAsAdministrator(personId: string): Promise<string | null> {
  const administrators = await People.find({ platformRoles: 'administrator' }, { _id: 1 })
    .limit(2)
    .lean<{ _id: string }[]>();
  const isLast = administrators.length === 1 && administrators[0]?._id === personId;
  return isLast ? 'account_error_last_administrator' : null;
}
