/** An organiser takes a task on the floor back; the last organiser stays. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { FloorRole } from '../../../edition/edition';
import { editionFor } from '../../access';
import { Editions } from '../../edition.model';
import '../../exchange-events';

export async function dismissStaff(
  ctx: Context,
  slug: string,
  { personId, role }: { personId: string; role: FloorRole },
): Promise<void> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  if (!edition.staff.some((one) => one.personId === personId && one.role === role)) return;
  // Of two organisers who dismiss each other, one stays: the filter sees to it.
  const another = op({ $elemMatch: { role: 'organiser', personId: op({ $ne: personId }) } });
  const written = await Editions.updateOne(
    { _id: edition._id, ...(role === 'organiser' ? { staff: another } : {}) },
    {
      $pull: { staff: { personId, role } },
      $push: {
        outbox: emit('edition.staff_dismissed', { editionId: edition._id, personId, role, by: actor.personId }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('refused', 'exchange_refusal_last_organiser');
}
