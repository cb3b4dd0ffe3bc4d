/** A registered deal between two organisations: advice from the first, a room from the second. */
import type { Leg } from '../../../../src/lib/domains/exchange/deal/deal';
import { recordSignedDeal } from '../../../../src/lib/domains/exchange/server/commands/deals/record-signed-deal';
import { registerDeal } from '../../../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { moveEdition } from '../../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import {
  createEdition,
  createRegistration,
  type CreatedEdition,
  type CreatedRegistration,
} from '../../../support/factories/exchange';

type Options = Parameters<typeof createRegistration>[1];

export interface RegisteredDeal {
  edition: CreatedEdition;
  giver: CreatedRegistration;
  receiver: CreatedRegistration;
  dealId: string;
}

export async function registeredDeal(
  options: { giver?: Options; receiver?: Options; knowledge?: Partial<Leg> } = {},
): Promise<RegisteredDeal> {
  const edition = await createEdition();
  const giver = await createRegistration(edition, options.giver);
  const receiver = await createRegistration(edition, options.receiver);
  const ctx = await edition.byOrganiser();
  await moveEdition(ctx, edition.slug, 'open_floor');
  const base = { quantity: 12, unit: 'hours', period: 'May', estimate: 900, requestId: null };
  const legs: Leg[] = [
    {
      ...{
        ...base,
        giver: giver.id,
        receiver: receiver.id,
        what: 'A lawyer reads our statutes',
        category: 'knowledge',
      },
      ...options.knowledge,
    },
    { ...base, giver: receiver.id, receiver: giver.id, what: 'A room for a day', category: 'space' },
  ];
  const signedBy = [giver, receiver].map(({ id }) => ({ registrationId: id, name: 'Somebody there' }));
  const content = { legs, contactBy: null, contactDay: null, different: false, how: 'paper' as const, signedBy };
  const { dealId } = await recordSignedDeal(ctx, edition.slug, content);
  await registerDeal(ctx, { deal: dealId });
  return { edition, giver, receiver, dealId };
}
