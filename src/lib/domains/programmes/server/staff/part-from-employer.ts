/** Somebody leaves an employer, or is taken off its list: open requests end, hours given stay hers and on the statements. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import type { SponsorshipState } from '../../sponsorship';
import { followWork } from '../follow-work';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';
import { returnRest, tryMoveSponsorship } from '../sponsorships';
import { Staff, type StaffDocument } from '../staff.model';
import '../programme-events';

/** Whether this call was the one that ended it. */
export async function partFromEmployer(ctx: Context, staff: StaffDocument): Promise<boolean> {
  const { _id, organisationId, personId } = staff;
  if (personId === null) {
    const gone = await Staff.deleteOne({ _id, state: 'invited' });
    return gone.deletedCount > 0;
  }
  const written = await Staff.updateOne(
    { _id, state: 'active', activeKey: personId },
    {
      $set: { state: 'left', leftAt: ctx.now, tokenHash: null },
      $unset: { activeKey: 1 },
      $push: {
        outbox: emit('staff.left', { staffId: _id, organisationId, personId, by: ctx.actor?.personId ?? null }),
      },
    },
  );
  return written.matchedCount > 0;
}

/** What follows a departure: what was verified until then counts, the rest goes back. Repeats harmlessly. */
export async function endRequestsOf(ctx: Context, organisationId: string, personId: string): Promise<void> {
  const open = await Sponsorships.find({
    personId,
    organisationId,
    state: op({ $in: ['requested', 'approved'] as SponsorshipState[] }),
  }).lean<SponsorshipDocument[]>();
  for (const { _id } of open) {
    await followWork(_id);
    await tryMoveSponsorship(ctx, _id, 'withdraw');
    await returnRest(_id);
  }
}
