/** What this domain keeps about a person, for her export, and what goes with her account: all of it. */
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { BASE_LOCALE } from '$lib/shared/locale';
import { Notifications, type NotificationDocument } from './notification.model';
import { NotificationWishes, type WishesDocument } from './wishes.model';

export function registerNotificationsPersonalData(): void {
  registerPersonalData('notifications.received', async (personId) => {
    const locale = (await personContact(personId))?.locale ?? BASE_LOCALE;
    const found = await Notifications.find({ personId }).sort({ at: 1 }).lean<NotificationDocument[]>();
    const told = found.map(({ kind, title, text, at, readAt }) => {
      return { kind, title: title[locale], text: text[locale], at, readAt };
    });
    return told.length > 0 ? told : null;
  });
  registerPersonalData('notifications.wishes', async (personId) => {
    const found = await NotificationWishes.findById(personId).lean<WishesDocument>();
    if (!found) return null;
    const { frequencies, quiet, digestHour, digestsStopped, changedAt } = found;
    return { frequencies, quiet, digestHour, digestsStopped, changedAt };
  });
  registerErasure('notifications', async (personId) => {
    await Notifications.deleteMany({ personId });
    await NotificationWishes.deleteOne({ _id: personId });
  });
}
