/** One side confirms: an editor on her own telephone, or anybody of the organisation on the broker's screen. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { unsignedParties, whyNotStep, type DealState } from '../../../deal/deal';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { changeDeal, refuse } from '../../deals/change-deal';
import { ownParties } from '../../deals/parties';
import '../../exchange-events';

export interface SignDeal {
  dealId: string;
  registration: string;
  name: string;
  /** What the person had before her eyes. */
  version: number;
}

/** The last signature confirms the deal. Signing twice changes nothing. @throws AppError conflict when the text changed */
export async function signDeal(ctx: Context, input: SignDeal): Promise<{ state: DealState }> {
  requireConfirmed(ctx);
  const { dealId, registration, name, version } = input;
  const after = await changeDeal(ctx, dealId, async ({ deal, edition }) => {
    const own = await ownParties(ctx, deal);
    const isBroker = mayActAs(rolesOn(ctx, edition), 'broker');
    if (own.length === 0 && !isBroker) throw new AppError('not_found', 'error_not_found');
    if (!deal.parties.includes(registration) || (!own.includes(registration) && !isBroker))
      throw new AppError('forbidden', 'deal_refusal_not_party');
    if (deal.version !== version) throw new AppError('conflict', 'deal_refusal_changed');
    if (deal.signatures.some((one) => one.registrationId === registration)) return null;
    refuse(whyNotStep(deal.state, 'sign'));
    const how = own.includes(registration) ? ('account' as const) : ('screen' as const);
    const signatures = [...deal.signatures, { registrationId: registration, name, at: ctx.now, how }];
    if (unsignedParties(deal.legs, signatures).length > 0) return { set: { signatures }, what: 'signed', note: name };
    return {
      set: { signatures, state: 'confirmed' as const },
      what: 'confirmed',
      note: name,
      event: emit('deal.confirmed', { dealId }),
    };
  });
  return { state: after.state };
}
