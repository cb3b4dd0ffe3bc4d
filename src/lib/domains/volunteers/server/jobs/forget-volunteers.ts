/** Keeps no longer than needed: interests that ended more than 24 months ago, and the shells of removed profiles. */
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { HOUR } from '$lib/shared/dates';
import { interestLimit } from '../../volunteer';
import { Volunteers } from '../volunteer.model';

export async function forgetVolunteers(at: Date): Promise<{ profilesTrimmed: number; shellsRemoved: number }> {
  const before = interestLimit(at);
  const trimmed = await Volunteers.updateMany(
    { 'interests.until': op({ $lt: before }) },
    { $pull: { interests: { until: { $lt: before } } } },
  );
  // A shell stays until its last event is delivered.
  const removed = await Volunteers.deleteMany({ state: 'removed', outbox: op({ $size: 0 }) });
  return { profilesTrimmed: trimmed.modifiedCount, shellsRemoved: removed.deletedCount };
}

export function registerForgetJob(): void {
  registerJob({
    name: 'volunteers.forget',
    everyMs: 6 * HOUR,
    run: async (at) => void (await forgetVolunteers(at)),
  });
}
