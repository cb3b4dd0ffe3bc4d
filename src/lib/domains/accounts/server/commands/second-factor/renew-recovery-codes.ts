/** Makes ten new recovery codes; the old ones no longer count. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { requirePassword } from '../../passwords/require-password';
import { People } from '../../person.model';
import { newRecoveryCodes, recoveryHash } from '../../second-factor/recovery-codes';

/** @returns the codes: the only time they can be seen */
export async function renewRecoveryCodes(ctx: Context, input: { current_password: string }): Promise<string[]> {
  const { personId } = requireActor(ctx);
  await requirePassword(personId, input.current_password);
  const codes = newRecoveryCodes();
  const renewed = await People.updateOne(
    { _id: personId, 'secondFactor.enabledAt': op({ $ne: null }) },
    { $set: { 'secondFactor.recoveryHashes': codes.map(recoveryHash) } },
  );
  if (renewed.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  return codes;
}
