/** A volunteer lets an NGO find and invite her again. */
import { requireActor, type Context } from '$lib/server/context';
import { Volunteers } from '../volunteer.model';

/** Pressed twice, it is as she wants it. */
export async function unblockNgo(ctx: Context, input: { organisationId: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  await Volunteers.updateOne(
    { _id: personId, blockedNgos: input.organisationId },
    { $pull: { blockedNgos: input.organisationId }, $set: { updatedAt: ctx.now } },
  );
}
