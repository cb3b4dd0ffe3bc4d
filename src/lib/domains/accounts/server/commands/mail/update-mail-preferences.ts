/** Chooses which kinds of mail one wants. */
import { requireActor, type Context } from '$lib/server/context';
import { REFUSABLE_MAIL, type RefusableMail } from '../../../account';
import { People } from '../../person.model';

export async function updateMailPreferences(ctx: Context, wanted: Record<RefusableMail, boolean>): Promise<void> {
  const { personId } = requireActor(ctx);
  const mailOptOut = REFUSABLE_MAIL.filter((category) => !wanted[category]);
  await People.updateOne({ _id: personId, state: 'active' }, { $set: { mailOptOut } });
}
