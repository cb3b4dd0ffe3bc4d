/** A member leaves; the last owner first makes somebody else owner. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { departMember } from '../../depart-member';
import { requireMembership } from '../../queries/require-member';
import '../../organisation-events';

export async function leaveOrganisation(ctx: Context, input: { organisationId: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  const { document } = await requireMembership(ctx, { _id: input.organisationId }, 'viewer');
  await departMember(document, personId, {
    timeline: entry(ctx, 'member_left'),
    outbox: emit('organisation.member_left', { organisationId: input.organisationId, personId }),
  });
}
