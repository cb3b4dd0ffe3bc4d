/** The gate that every mail to somebody with an account passes: it is noted in the application, then sent, held or dropped. */
import { now } from '$lib/server/clock';
import type { MailGate } from '$lib/server/mail/enqueue-mail';
import type { MailTopic } from '$lib/shared/mail-kind';
import { mailReader } from '$lib/domains/accounts/server/queries/unsubscribe-links';
import { deliveryOf } from '../moments';
import { isObligatory } from '../wishes';
import { keepNotification } from './keep-notification';
import { wishesOf } from './wishes.model';

const canRefuse = (topic: MailTopic) => topic === 'digest' || !isObligatory(topic);

export const mailGate: MailGate = async (order) => {
  const { personId, kind } = order;
  const [person, wishes] = await Promise.all([mailReader(personId), wishesOf(personId)]);
  const at = now();
  // Whoever has left hears of her account alone.
  if (!person) return kind === 'account' ? { send: 'now', at, unsubscribeUrl: null } : { send: 'not_alone' };
  const delivery = deliveryOf(kind, { wishes, timeZone: person.timeZone, at, ownMoment: order.digestAt });
  const inApp = kind !== 'digest' && order.inApp !== false;
  const by = inApp ? await keepNotification(order, kind, delivery, at) : delivery.by;
  if (by !== 'mail') return { send: 'not_alone' };
  const leaves = delivery.by === 'mail' ? delivery.at : at;
  return { send: 'now', at: leaves, unsubscribeUrl: canRefuse(kind) ? person.unsubscribeUrl(kind) : null };
};
