/** What jobs do over time, done at once: events reach their subscribers, and mails are kept as sent at their moment. */
import { drainOutbox } from '$lib/server/events';
import { Mails, type MailDocument } from '$lib/server/mail/mail.model';
import { at } from './moved-clock';

const LANES = 8;
/** A subscriber answers this long after the event. */
const DELAY_MS = 2000;
/** Events may cause events. */
const MAX_ROUNDS = 20;

export async function settle(upTo: Date): Promise<void> {
  await at(upTo, async () => {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const delivered = await drainOutbox({
        lanes: LANES,
        around: (event, deliver) => at(new Date(event.at.getTime() + DELAY_MS), deliver),
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
