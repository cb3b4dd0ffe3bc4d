/** A moderator makes one of two organisations that are the same: members, invitations and missions follow. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotDecide, whyNotMerge } from '../../../verification';
import { organisationToDecide } from '../../decide-on-organisation';
import { moveMembers } from '../../move-members';
import { readOrganisation, writeOrganisation } from '../../organisation-store';
import { Organisations } from '../../organisation.model';
import '../../organisation-events';

export async function mergeOrganisations(
  ctx: Context,
  input: { fromId: string; intoId: string; note?: string | null },
): Promise<void> {
  const { fromId, intoId } = input;
  const { document: from, by } = await organisationToDecide(ctx, fromId, () => null);
  const into = await readOrganisation(intoId);
  const refusal = whyNotDecide(into.members, by) ?? whyNotMerge(from, into);
  if (refusal === 'organisation_refusal_own') throw new AppError('forbidden', refusal);
  if (refusal) throw new AppError('refused', refusal, { field: 'intoId' });

  // Two documents, two writes: the target first says whom it takes in, so that A into B and B into A cannot both pass.
  await writeOrganisation(intoId, { mergedInto: null }, { $addToSet: { absorbed: fromId } });
  const note = input.note ?? null;
  const merged = await Organisations.updateOne(
    { _id: fromId, mergedInto: null, absorbed: op({ $ne: intoId }) },
    {
      $set: { mergedInto: intoId, state: 'suspended', flags: [] },
      $inc: { round: 1 },
      $push: {
        timeline: entry(ctx, 'merged', note),
        outbox: emit('organisation.merged', { fromId, intoId, by, note }),
      },
    },
  );
  if (merged.matchedCount === 0) {
    const now = await readOrganisation(fromId);
    if (now.mergedInto !== intoId) await Organisations.updateOne({ _id: intoId }, { $pull: { absorbed: fromId } });
    throw new AppError('conflict', 'error_conflict');
  }
  // At once for whoever looks next; a subscriber does it again if this process ends here.
  await moveMembers(fromId);
}
