/** Switches the second factor on, once a code shows that the app has the key. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { People, type PersonDocument } from '../../person.model';
import { newRecoveryCodes, recoveryHash } from '../../second-factor/recovery-codes';
import { matchingStep } from '../../second-factor/totp';

/** @returns the recovery codes: the only time they can be seen */
export async function enableSecondFactor(ctx: Context, input: { code: string }): Promise<string[]> {
  const { personId } = requireActor(ctx);
  await takeFromLimit('passwordByAccount', `code:${personId}`);
  const person = await People.findOne({ _id: personId, state: 'active' })
    .select('+secondFactor')
    .lean<PersonDocument>();
  const factor = person?.secondFactor;
  if (!factor || factor.enabledAt) throw new AppError('conflict', 'account_error_factor_on');
  const step = matchingStep(factor.key, input.code, ctx.now, 0);
  if (step === null) throw new AppError('refused', 'account_error_code', { field: 'code' });
  const codes = newRecoveryCodes();
  const enabled = { ...factor, enabledAt: ctx.now, lastStep: step, recoveryHashes: codes.map(recoveryHash) };
  const won = await People.updateOne(
    { _id: personId, state: 'active', 'secondFactor.key': factor.key, 'secondFactor.enabledAt': null },
    {
      $set: { secondFactor: enabled },
      $push: { outbox: emit('account.second_factor_changed', { personId, on: true }) },
    },
  );
  if (won.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  return codes;
}
