/** Begins to set up an authenticator app: the password first, then a new key that counts only once a code proves it. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { requirePassword } from '../../passwords/require-password';
import { People } from '../../person.model';
import { newTotpKey } from '../../second-factor/totp';

export async function beginSecondFactor(ctx: Context, input: { current_password: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  await requirePassword(personId, input.current_password);
  const begun = await People.updateOne(
    { _id: personId, state: 'active', 'secondFactor.enabledAt': null },
    { $set: { secondFactor: { key: newTotpKey(), enabledAt: null, lastStep: 0, recoveryHashes: [] } } },
  );
  if (begun.matchedCount === 0) throw new AppError('conflict', 'account_error_factor_on');
}
