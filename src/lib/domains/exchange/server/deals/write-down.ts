/** Writes a new deal down, once: the same form sent twice makes one, and the same deal from two brokers is found out. */
import { createOnce } from '$lib/server/create-once';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { partiesOf, samenessOf, whyNotLegs, type Signature } from '../../deal/deal';
import type { DealContent } from '../../deal/deal-input';
import { takesDeals } from '../../edition/edition';
import { editionFor } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import type { EditionDocument } from '../edition.model';
import { IntakeDrafts } from '../intake-draft.model';
import { Registrations } from '../registration.model';
import { refuse } from './change-deal';
import { claimRequests, releaseRequests } from './requests';
import '../exchange-events';

export interface WrittenDown {
  dealId: string;
  created: boolean;
}

async function madeBy(formKey: string | undefined): Promise<WrittenDown | null> {
  const known = formKey ? await Deals.findOne({ formKey }).lean<DealDocument>() : null;
  return known && { dealId: known._id, created: false };
}

async function requireSides(edition: EditionDocument, { legs, contactBy }: DealContent): Promise<string[]> {
  if (!takesDeals(edition.state)) throw new AppError('refused', 'deal_refusal_floor');
  refuse(whyNotLegs(legs, edition.reciprocity));
  const parties = partiesOf(legs);
  const editionId = edition._id;
  const there = await Registrations.countDocuments({ _id: op({ $in: parties }), editionId, state: 'approved' });
  if (there < parties.length) throw new AppError('refused', 'deal_refusal_party_gone');
  if (contactBy && !parties.includes(contactBy)) refuse('deal_refusal_contact', 'contactBy');
  return parties;
}

/**
 * Signed by all, it goes straight to the notary.
 * @throws AppError refused by the rules; conflict, with the deal's id, when another broker wrote the same deal down
 */
export async function writeDown(
  ctx: Context,
  slug: string,
  content: DealContent,
  formKey: string | undefined,
  signatures: Signature[] = [],
): Promise<WrittenDown> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'broker');
  const known = await madeBy(formKey);
  if (known) return known;
  const parties = await requireSides(edition, content);
  const { legs, contactBy, contactDay, different } = content;
  const _id = newId(ctx.now);
  const sameness = samenessOf(edition._id, legs);
  const isSigned = signatures.length > 0;
  try {
    await claimRequests(legs, _id, edition.dealsPerRequest, ctx.now);
    const { document, created } = await createOnce(Deals, formKey, {
      ...{ _id, editionId: edition._id, legs, parties, contactDay, signatures },
      state: isSigned ? ('confirmed' as const) : ('drafted' as const),
      contactBy: contactBy ?? legs[0]?.receiver ?? null,
      sameness: different ? `${sameness}|${_id}` : sameness,
      brokerId: actor.personId,
      createdAt: ctx.now,
      timeline: isSigned ? [entry(ctx, 'drafted'), entry(ctx, 'confirmed')] : [entry(ctx, 'drafted')],
      outbox: isSigned ? [emit('deal.confirmed', { dealId: _id })] : [],
    });
    if (!created) await releaseRequests(_id);
    if (formKey) await IntakeDrafts.deleteOne({ _id: formKey, personId: actor.personId });
    return { dealId: document._id, created };
  } catch (error) {
    await releaseRequests(_id);
    // Two presses of one form may meet at the limit or at the sameness before they meet at the form's key.
    const twin = await madeBy(formKey);
    if (twin) return twin;
    if (!isDuplicateKey(error)) throw error;
    const same = await Deals.findOne({ sameness }).select({ _id: 1 }).lean<{ _id: string }>();
    throw new AppError('conflict', 'deal_refusal_same', {
      field: 'different',
      ...(same ? { params: { deal: same._id } } : {}),
    });
  }
}
