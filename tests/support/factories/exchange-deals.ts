/** Deals for tests, through the commands: between two registrations, as far along as a test needs. */
import type { Leg } from '../../../src/lib/domains/exchange/deal/deal';
import type { DealContent } from '../../../src/lib/domains/exchange/deal/deal-input';
import { draftDeal } from '../../../src/lib/domains/exchange/server/commands/deals/draft-deal';
import { recordSignedDeal } from '../../../src/lib/domains/exchange/server/commands/deals/record-signed-deal';
import { registerDeal } from '../../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { Deals, type DealDocument } from '../../../src/lib/domains/exchange/server/deal.model';
import { newId } from '../../../src/lib/shared/ids';
import type { CreatedEdition } from './exchange';

export function aLeg(giver: string, receiver: string, more: Partial<Leg> = {}): Leg {
  return {
    ...{ giver, receiver, what: `Advice ${newId()}`, category: 'knowledge', quantity: 3, unit: 'hours' },
    ...{ period: '', estimate: 300, requestId: null },
    ...more,
  };
}

export function aDeal(legs: Leg[], more: Partial<DealContent> = {}): DealContent {
  return { legs, contactBy: null, contactDay: null, different: false, ...more };
}

/** With two parties each gives to the other; with three each gives to the next. The floor must be open. */
export async function createDeal(
  edition: CreatedEdition,
  parties: readonly { id: string }[],
  {
    state = 'registered',
    legs = parties.map(({ id }, place) => aLeg(id, parties[(place + 1) % parties.length]?.id ?? '')),
  }: { state?: 'drafted' | 'confirmed' | 'registered'; legs?: Leg[] } = {},
): Promise<{ id: string; number: number | null }> {
  const ctx = await edition.byOrganiser();
  if (state === 'drafted') {
    const { dealId } = await draftDeal(ctx, edition.slug, aDeal(legs));
    return { id: dealId, number: null };
  }
  const signedBy = parties.map(({ id }, place) => ({ registrationId: id, name: `Signer ${place + 1}` }));
  const { dealId } = await recordSignedDeal(ctx, edition.slug, { ...aDeal(legs), how: 'paper', signedBy });
  if (state === 'confirmed') return { id: dealId, number: null };
  const { number } = await registerDeal(ctx, { deal: dealId });
  return { id: dealId, number };
}

export async function readDeal(id: string): Promise<DealDocument> {
  const found = await Deals.findById(id).lean<DealDocument>();
  if (!found) throw new Error(`no deal ${id}`);
  return found;
}
