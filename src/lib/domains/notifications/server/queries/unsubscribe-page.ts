/** What the page behind an unsubscribe link says. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { MailTopic } from '$lib/shared/mail-kind';
import { personOfUnsubscribeLink } from '$lib/domains/accounts/server/queries/unsubscribe-links';
import { frequencyOf, isObligatory } from '../../wishes';
import { wishesOf } from '../wishes.model';

export async function unsubscribePage(_ctx: Context, token: string): Promise<{ topic: MailTopic; wanted: boolean }> {
  const wish = await personOfUnsubscribeLink(token);
  if (!wish || (wish.topic !== 'digest' && isObligatory(wish.topic)))
    throw new AppError('not_found', 'account_error_unsubscribe_link');
  const { topic } = wish;
  const wishes = await wishesOf(wish.personId);
  return { topic, wanted: topic === 'digest' ? !wishes.digestsStopped : frequencyOf(wishes, topic) !== 'never' };
}
