/** Somebody leaves her employer's programme: her hours and her account stay hers. */
import { requireActor, type Context } from '$lib/server/context';
import { staffOf } from '../../access';
import { endRequestsOf, partFromEmployer } from '../../staff/part-from-employer';

export async function leaveEmployer(ctx: Context): Promise<void> {
  const { personId } = requireActor(ctx);
  const staff = await staffOf(personId);
  if (!staff) return;
  if (await partFromEmployer(ctx, staff)) await endRequestsOf(ctx, staff.organisationId, personId);
}
