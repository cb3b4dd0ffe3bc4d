/** Forgets what has ended: sessions, requests for mail, and links once nobody can wonder about them any more. */
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY, HOUR } from '$lib/shared/dates';
import { AccountRequests } from '../account-request.model';
import { People } from '../person.model';
import { Sessions } from '../session.model';
import { SignOnJourneys } from '../sign-on/sign-on.model';

/** So long an expired link still says that it expired, and offers a new one. */
const KEEP_LINKS_MS = 7 * DAY;
const KEEP_REQUESTS_MS = 2 * DAY;

async function forgetExpired(at: Date): Promise<void> {
  await Sessions.deleteMany({ expiresAt: op({ $lte: at }) });
  await SignOnJourneys.deleteMany({ expiresAt: op({ $lte: at }) });
  // A request whose event still waits in its outbox is not done yet.
  const oldRequests = { createdAt: op({ $lt: new Date(at.getTime() - KEEP_REQUESTS_MS) }), outbox: op({ $size: 0 }) };
  await AccountRequests.deleteMany(oldRequests);
  const cutoff = new Date(at.getTime() - KEEP_LINKS_MS);
  await People.updateMany(
    { 'links.expiresAt': op({ $lt: cutoff }) },
    { $pull: { links: { expiresAt: { $lt: cutoff } } } },
  );
}

export function registerForgetExpiredJob(): void {
  registerJob({ name: 'accounts.forget-expired', everyMs: HOUR, run: forgetExpired });
}
