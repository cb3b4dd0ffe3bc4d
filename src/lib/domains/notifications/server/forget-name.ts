/** Takes the name of somebody who left out of what others were told of her. */
import { Notifications, type NotificationDocument } from './notification.model';

const NOBODY = '—';

/** Safe to repeat: a name that is gone is not found again. */
export async function forgetName(personId: string, name: string): Promise<void> {
  const found = await Notifications.find({ names: personId }).lean<NotificationDocument[]>();
  for (const { _id, title, text } of found) {
    const nameless = (words: NotificationDocument['title']) =>
      Object.fromEntries(
        Object.entries(words).map(([locale, line]) => [locale, name ? line.replaceAll(name, NOBODY) : line]),
      );
    await Notifications.updateOne(
      { _id },
      { $set: { title: nameless(title), text: nameless(text) }, $pull: { names: personId } },
    );
  }
}
