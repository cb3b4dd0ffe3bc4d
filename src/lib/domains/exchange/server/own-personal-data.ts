/** What the exchange keeps about a person: her tasks on floors, and the deals she wrote down. */
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { Deals, type DealDocument } from './deal.model';
import { Editions, type EditionDocument } from './edition.model';

export function registerExchangePersonalData(): void {
  registerPersonalData('exchange.tasks', async (personId) => {
    const found = await Editions.find({ 'staff.personId': personId }).lean<EditionDocument[]>();
    return found.map(({ name, staff }) => ({
      edition: name,
      roles: staff.filter((one) => one.personId === personId).map(({ role }) => role),
    }));
  });
  registerPersonalData('exchange.deals', async (personId) => {
    const found = await Deals.find({ brokerId: personId }).lean<DealDocument[]>();
    return found.map(({ _id, number, createdAt }) => ({ dealId: _id, number, writtenDownAt: createdAt }));
  });
}
