/** What jobs do over time, done at once: events reach their subscribers, and mails are kept as sent at their moment. */
import { drainOutbox, type StoredEvent } from '$lib/server/events';
import { Mails, type MailDocument } from '$lib/server/mail/mail.model';
import { at } from './moved-clock';

/** A subscriber answers this long after the event. */
const DELAY_MS = 2000;
/** Events may cause events. */
const MAX_ROUNDS = 20;

export interface SettleOptions {
  /** The moment of the latest act. */
  upTo: Date;
  /** Mail about what happened earlier is not written: a year of it would bury what is new. */
  mailsFrom: Date;
}

/** Subscribers are called `domain.mail-…` and `domain.index-…`; indexes are built at the end, in one go. */
function isLeftOut(event: StoredEvent, subscriber: string, mailsFrom: Date): boolean {
  return subscriber.includes('.index') || (subscriber.includes('.mail') && event.at < mailsFrom);
}

export async function settle({ upTo, mailsFrom }: SettleOptions): Promise<void> {
  await at(upTo, async () => {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const delivered = await drainOutbox({
        around: (event, deliver) => at(new Date(event.at.getTime() + DELAY_MS), deliver),
        skips: (event, subscriber) => isLeftOut(event, subscriber, mailsFrom),
      });
      if (delivered === 0) return;
    }
    throw new Error('events go on causing events');
  });
}

/** Nothing that was written for the demonstration may ever leave, also where a mail server is configured. */
export async function keepMails(): Promise<number> {
  const written = await Mails.find({ state: 'queued' }, { createdAt: 1 }).lean<MailDocument[]>();
  for (let from = 0; from < written.length; from += 500) {
    await Mails.bulkWrite(
      written.slice(from, from + 500).map(({ _id, createdAt }) => ({
        updateOne: { filter: { _id, state: 'queued' }, update: { $set: { state: 'kept', sentAt: createdAt } } },
      })),
    );
  }
  return written.length;
}
