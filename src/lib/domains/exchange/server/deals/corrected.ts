/** The change by which a deal reads otherwise: what stood before is kept, and what was signed is signed again where it must. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isRegistered, samenessOf, samePromises, type Leg } from '../../deal/deal';
import type { DealDocument } from '../deal.model';
import type { DealChange } from './change-deal';
import '../exchange-events';

export function corrected(ctx: Context, deal: DealDocument, legs: Leg[], reason: string): DealChange {
  const by = ctx.actor?.personId ?? null;
  const version = deal.version + 1;
  // An estimate is nobody's promise: where nothing else changes, the signatures stand.
  const isSignedAgain = !isRegistered(deal.state) && deal.state !== 'drafted' && !samePromises(deal.legs, legs);
  return {
    set: {
      legs,
      version,
      earlier: [...deal.earlier, { version: deal.version, legs: deal.legs, at: ctx.now, by, reason }],
      sameness: `${samenessOf(deal.editionId, legs)}|${deal._id}`,
      ...(isSignedAgain ? { state: 'checked' as const, signatures: [] } : {}),
    },
    what: 'corrected',
    note: reason,
    events: [
      emit('deal.corrected', { dealId: deal._id, version }),
      ...(isSignedAgain ? [emit('deal.checked', { dealId: deal._id })] : []),
    ],
  };
}
