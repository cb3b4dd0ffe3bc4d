/** Refuses one topic of mail by the link in it, or takes the refusal back. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { MailTopic } from '$lib/shared/mail-kind';
import { personOfUnsubscribeLink } from '$lib/domains/accounts/server/queries/unsubscribe-links';
import { isObligatory } from '../../wishes';
import { Notifications } from '../notification.model';
import { NotificationWishes } from '../wishes.model';

/** The token is all that is asked for: mail programs press this link without a session. */
export async function unsubscribe(
  ctx: Context,
  input: { token: string; wanted: boolean },
): Promise<{ topic: MailTopic }> {
  const wish = await personOfUnsubscribeLink(input.token);
  if (!wish || (wish.topic !== 'digest' && isObligatory(wish.topic)))
    throw new AppError('not_found', 'account_error_unsubscribe_link');
  const { personId, topic } = wish;
  const change =
    topic === 'digest'
      ? { digestsStopped: !input.wanted }
      : { [`frequencies.${topic}`]: input.wanted ? 'now' : 'never' };
  await NotificationWishes.updateOne({ _id: personId }, { $set: { ...change, changedAt: ctx.now } }, { upsert: true });
  if (!input.wanted) {
    const waiting = topic === 'digest' ? { personId } : { personId, kind: topic };
    await Notifications.updateMany(waiting, { $set: { digestAt: null } });
  }
  return { topic };
}
