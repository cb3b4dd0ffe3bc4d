/** An organisation says whom it must meet, would like to meet, or rather not; or takes that back. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { WishKind } from '../../../registration/registration';
import { mostMusts, whyNotWish, wishFor, withWish } from '../../../registration/wishes';
import { findEdition } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';

const MAX_TRIES = 8;

export interface SetWish {
  /** The reader's own registration. */
  registration: string;
  /** The registration it is about. */
  of: string;
  /** Null takes the wish back. */
  kind: WishKind | null;
}

export interface DoneWish {
  name: string;
  /** What she wished before. */
  before: WishKind | null;
}

/** The other side is told nothing. @throws AppError refused with too many musts, or without a place of one's own */
export async function setWish(ctx: Context, slug: string, input: SetWish): Promise<DoneWish> {
  requireConfirmed(ctx);
  const edition = await findEdition(ctx, slug);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await Registrations.findOne({
      _id: input.registration,
      editionId: edition._id,
    }).lean<RegistrationDocument>();
    if (!seen) throw new AppError('not_found', 'error_not_found');
    await requireMember(ctx, seen.organisationId, 'editor');
    if (seen.state !== 'approved') throw new AppError('refused', 'wish_refusal_no_place');
    const other = await Registrations.findOne({
      _id: input.of,
      editionId: edition._id,
      state: 'approved',
    }).lean<RegistrationDocument>();
    if (!other) throw new AppError('not_found', 'error_not_found');
    const most = mostMusts(edition);
    const refusal = input.kind && whyNotWish(seen._id, seen.wishes, { of: input.of, kind: input.kind }, most);
    if (refusal) throw new AppError('refused', refusal, { params: { most } });
    const written = await Registrations.updateOne(
      { _id: seen._id, state: 'approved', wishesRev: seen.wishesRev },
      { $set: { wishes: withWish(seen.wishes, input.of, input.kind) }, $inc: { wishesRev: 1 } },
    );
    if (written.matchedCount > 0) return { name: other.name, before: wishFor(seen.wishes, input.of) };
  }
  throw new AppError('conflict', 'error_conflict');
}
