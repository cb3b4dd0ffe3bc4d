/** What this domain keeps about a person, and what stays when she leaves: statement lines, as an employer's accounts. */
import { systemContext } from '$lib/server/context';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { SponsoredEntries, type SponsoredEntry } from './statements/entry.model';
import { Sponsorships, type SponsorshipDocument } from './sponsorship.model';
import { endRequestsOf, partFromEmployer } from './staff/part-from-employer';
import { Staff, type StaffDocument } from './staff.model';

export function registerProgrammesPersonalData(): void {
  registerPersonalData('programmes.staff', async (personId) => {
    const found = await Staff.find({ personId }, { tokenHash: 0, activeKey: 0 }).lean<StaffDocument[]>();
    return found.length > 0 ? found : null;
  });
  registerPersonalData('programmes.sponsorships', async (personId) => {
    const found = await Sponsorships.find({ personId }).lean<SponsorshipDocument[]>();
    return found.length > 0 ? found : null;
  });
  registerPersonalData('programmes.hours', async (personId) => {
    const found = await SponsoredEntries.find({ personId }).lean<SponsoredEntry[]>();
    return found.length > 0 ? found : null;
  });
}

/**
 * She leaves every employer and her address is forgotten. Lines of statements keep the name they were written with: they
 * are part of the employer's accounts (GDPR, article 17(3)(b)).
 */
export async function forgetStaff(personId: string): Promise<void> {
  const ctx = systemContext();
  const found = await Staff.find({ personId }).lean<StaffDocument[]>();
  for (const staff of found) {
    if (staff.state === 'active' && (await partFromEmployer(ctx, staff)))
      await endRequestsOf(ctx, staff.organisationId, personId);
    await Staff.updateOne({ _id: staff._id }, { $set: { email: `left:${staff._id}`, team: '', managerEmail: '' } });
  }
  await Sponsorships.updateMany({ personId }, { $set: { note: '' } });
}
