/** Sends what waits for a digest: one mail for each person and moment, however often a process is interrupted. */
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { newId } from '$lib/shared/ids';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { mailDigest } from '../mails/digest-mail';
import { Notifications, type NotificationDocument } from '../notification.model';
import { wishesOf } from '../wishes.model';

const EVERY_MS = 60_000;
const waiting = (at: Date) => ({ digestAt: op({ $lte: at, $gt: new Date(0) }) });

export async function sendDigests(at: Date): Promise<void> {
  for (const personId of await Notifications.distinct('personId', waiting(at))) await sendDigestsOf(personId, at);
}

/** First the claim, then the mail, then the mark: whoever finds a claim goes on with it under the same key. */
async function sendDigestsOf(personId: string, at: Date): Promise<void> {
  await Notifications.updateMany({ personId, ...waiting(at), digestKey: null }, { $set: { digestKey: newId() } });
  const keys = await Notifications.distinct('digestKey', { personId, ...waiting(at) });
  for (const digestKey of keys) {
    if (digestKey === null) continue;
    const items = await Notifications.find({ personId, digestKey }).sort({ at: 1 }).lean<NotificationDocument[]>();
    // What she has read meanwhile needs no mail.
    const unread = items.filter(({ readAt }) => readAt === null);
    const [person, wishes] = await Promise.all([personContact(personId), wishesOf(personId)]);
    if (person && !wishes.digestsStopped && unread.length > 0) await mailDigest(digestKey, person, unread);
    await Notifications.updateMany({ personId, digestKey }, { $set: { digestAt: null } });
  }
}

export function registerDigestsJob(): void {
  registerJob({ name: 'notifications.digests', everyMs: EVERY_MS, run: sendDigests });
}
