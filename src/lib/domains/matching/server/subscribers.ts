/** Wires matching into a process: the retention of impressions, and what is forgotten with an account. */
import { registerJob } from '$lib/server/jobs/jobs';
import { DAY } from '$lib/shared/dates';
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { forgetExposure, forgetOldImpressions } from './exposure/exposure';
import { Impressions } from './exposure/impression.model';

export function registerMatchingSubscribers(): void {
  registerJob({ name: 'matching.forget-impressions', everyMs: DAY, run: forgetOldImpressions });
  registerErasure('matching', async (personId) => {
    await Impressions.deleteMany({ volunteerId: personId });
    forgetExposure();
  });
  registerPersonalData('matching.impressions', async (personId) => {
    const shown = await Impressions.find({ volunteerId: personId }).sort({ at: 1 }).lean();
    return shown.length > 0 ? shown.map(({ organisationId, roleId, at }) => ({ organisationId, roleId, at })) : null;
  });
}
