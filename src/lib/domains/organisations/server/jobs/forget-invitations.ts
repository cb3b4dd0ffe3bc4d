/** Addresses of people who never answered an invitation are kept 30 days after it ended, then forgotten. */
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY, HOUR } from '$lib/shared/dates';
import { Organisations } from '../organisation.model';

const KEPT_MS = 30 * DAY;

export async function forgetInvitations(at: Date): Promise<number> {
  const before = new Date(at.getTime() - KEPT_MS);
  const result = await Organisations.updateMany(
    { 'invitations.expiresAt': op({ $lt: before }) },
    { $pull: { invitations: { expiresAt: { $lt: before } } } },
  );
  return result.modifiedCount;
}

export function registerForgetInvitationsJob(): void {
  registerJob({
    name: 'organisations.forget-invitations',
    everyMs: 6 * HOUR,
    run: async (at) => void (await forgetInvitations(at)),
  });
}
