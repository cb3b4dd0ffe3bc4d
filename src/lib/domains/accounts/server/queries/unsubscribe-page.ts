/** What the page behind an unsubscribe link says. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { RefusableMail } from '../../account';
import { unsubscribeWish } from '../mail/unsubscribe-link';

export async function unsubscribePage(
  _ctx: Context,
  token: string,
): Promise<{ category: RefusableMail; wanted: boolean }> {
  const wish = await unsubscribeWish(token);
  if (!wish) throw new AppError('not_found', 'account_error_unsubscribe_link');
  return { category: wish.category, wanted: !wish.person.mailOptOut.includes(wish.category) };
}
