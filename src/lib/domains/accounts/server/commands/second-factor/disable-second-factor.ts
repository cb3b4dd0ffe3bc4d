/** Switches the second factor off, with the password; its owner is told by mail. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { requirePassword } from '../../passwords/require-password';
import { People } from '../../person.model';

/** Harmless when it is off already. */
export async function disableSecondFactor(ctx: Context, input: { current_password: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  const person = await requirePassword(personId, input.current_password);
  if (!person.secondFactor) return;
  const told = person.secondFactor.enabledAt
    ? { $push: { outbox: emit('account.second_factor_changed', { personId, on: false }) } }
    : {};
  await People.updateOne(
    { _id: personId, 'secondFactor.key': person.secondFactor.key },
    { $set: { secondFactor: null }, ...told },
  );
}
