/** What this domain keeps about a person, for her export, and what goes with her account: all of it. */
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { BASE_LOCALE } from '$lib/shared/locale';
import { Notifications, type NotificationDocument } from './notification.model';
import { Watchlists, type WatchlistDocument } from './watch/watchlist.model';
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
  registerPersonalData('notifications.searches', async (personId) => {
    const found = await Watchlists.findById(personId).lean<WatchlistDocument>();
    const searches = found?.searches.map(({ name, query, rhythm, createdAt }) => ({ name, query, rhythm, createdAt }));
    return searches?.length ? searches : null;
  });
  registerPersonalData('notifications.follows', async (personId) => {
    const found = await Watchlists.findById(personId).lean<WatchlistDocument>();
    if (!found?.follows.length) return null;
    const names = await organisationCards(found.follows.map(({ organisationId }) => organisationId));
    return found.follows.map(({ organisationId, since }) => {
      return { organisationId, organisation: names.get(organisationId)?.name ?? null, since };
    });
  });
  registerErasure('notifications', async (personId) => {
    await Notifications.deleteMany({ personId });
    await NotificationWishes.deleteOne({ _id: personId });
    await Watchlists.deleteOne({ _id: personId });
  });
}
