/** What the log keeps of a deal: organisations and promises, no people. */
import { partiesOf } from '../../deal/deal';
import type { DealDocument } from '../deal.model';
import { registrationsOf } from '../deals/parties';
import type { LoggedDeal } from './floor-log';

export async function logged(deal: DealDocument): Promise<LoggedDeal> {
  const registrations = await registrationsOf(deal.parties);
  return {
    dealId: deal._id,
    version: deal.version,
    parties: partiesOf(deal.legs).map((id) => registrations.get(id)?.name ?? '–'),
    what: deal.legs.map(({ what }) => what),
    legs: deal.legs.map(({ category, estimate }) => ({ category, estimate })),
  };
}
