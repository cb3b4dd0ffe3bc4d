/** Does at once what jobs do over time: hands events to their subscribers and sends the mail. */
import { drainOutbox } from '../../src/lib/server/events';
import { deliverMail } from '../../src/lib/server/mail/deliver-mail';
import { Mails, type MailDocument } from '../../src/lib/server/mail/mail.model';
import { searchEngine } from '../../src/lib/server/search-access';

/** Events may cause events: goes on until nothing is left. */
export async function drainAll(): Promise<void> {
  for (let round = 0; round < 10 && (await drainOutbox()) > 0; round++);
  await deliverMail();
  await searchEngine().flush();
}

/** Mails to this address, oldest first. */
export async function mailTo(address: string): Promise<MailDocument[]> {
  return Mails.find({ to: address }).sort({ createdAt: 1, _id: 1 }).lean<MailDocument[]>();
}
