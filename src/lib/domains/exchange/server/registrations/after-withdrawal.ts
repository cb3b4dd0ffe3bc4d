/** What follows when an organisation does not come: its unregistered deals fall, its place goes to who waits. Repeats harmlessly. */
import { systemContext } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { translate } from '$lib/server/translate';
import { Deals, type DealDocument } from '../deal.model';
import { changeDeal } from '../deals/change-deal';
import { mayStep, type DealState } from '../../deal/deal';
import { releaseRequests } from '../deals/requests';
import { stepBack } from '../deals/step-back';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { moveUp, returnPlace } from './places';

export async function afterWithdrawal(registrationId: string): Promise<void> {
  const ctx = systemContext();
  const gone = await Registrations.findById(registrationId).lean<RegistrationDocument>();
  // It may have come back meanwhile.
  if (gone?.state !== 'withdrawn') return;
  const open = await Deals.find({
    parties: registrationId,
    state: op({ $in: ['drafted', 'checked', 'confirmed'] as DealState[] }),
  }).lean<DealDocument[]>();
  const reason = translate('deal_reason_withdrawn', ctx.locale, { name: gone.name });
  for (const { _id } of open) {
    const after = await changeDeal(ctx, _id, ({ deal, edition }) =>
      deal.parties.includes(registrationId) && mayStep(deal.state, 'withdraw')
        ? stepBack(ctx, deal, edition, registrationId, reason)
        : null,
    );
    await releaseRequests(_id, after.state === 'rejected' ? [] : after.legs);
  }
  await returnPlace(gone.editionId, registrationId);
  await moveUp(ctx, gone.editionId);
}
