/** Refuses one kind of mail by the link in it, or takes the refusal back. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { RefusableMail } from '../../../account';
import { unsubscribeWish } from '../../mail/unsubscribe-link';
import { People } from '../../person.model';

/** The token is all that is asked for: mail programs press this link without a session. */
export async function unsubscribe(
  _ctx: Context,
  input: { token: string; wanted: boolean },
): Promise<{ category: RefusableMail }> {
  const wish = await unsubscribeWish(input.token);
  if (!wish) throw new AppError('not_found', 'account_error_unsubscribe_link');
  const { person, category } = wish;
  const change = input.wanted ? { $pull: { mailOptOut: category } } : { $addToSet: { mailOptOut: category } };
  await People.updateOne({ _id: person._id, state: 'active' }, change);
  return { category };
}
