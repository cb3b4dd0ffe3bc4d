/** An owner takes a member out; the last owner cannot be taken out. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { departMember } from '../../depart-member';
import { requireMembership } from '../../queries/require-member';
import '../../organisation-events';

export async function removeMember(ctx: Context, input: { organisationId: string; personId: string }): Promise<void> {
  const by = ctx.system ? null : requireConfirmed(ctx).personId;
  const { organisationId, personId } = input;
  const { document } = await requireMembership(ctx, { _id: organisationId }, 'owner');
  await departMember(document, personId, {
    timeline: entry(ctx, 'member_removed'),
    outbox: emit('organisation.member_removed', { organisationId, personId, by }),
  });
}
