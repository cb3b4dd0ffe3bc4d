/** An owner gives a member another role; the last owner stays owner. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotChangeRole } from '../../../membership';
import type { MemberRole } from '../../../organisation';
import { writeOrganisation } from '../../organisation-store';
import { requireMembership } from '../../queries/require-member';
import '../../organisation-events';

export async function changeMemberRole(
  ctx: Context,
  input: { organisationId: string; personId: string; role: MemberRole },
): Promise<void> {
  const by = ctx.system ? null : requireConfirmed(ctx).personId;
  const { organisationId, personId, role: to } = input;
  const { document } = await requireMembership(ctx, { _id: organisationId }, 'owner');
  const member = document.members.find((each) => each.personId === personId);
  if (!member) throw new AppError('conflict', 'organisation_refusal_member_gone');
  if (member.role === to) return;
  const refusal = whyNotChangeRole(document.members, personId, to);
  if (refusal) throw new AppError('refused', refusal);
  const from = member.role;
  await writeOrganisation(
    organisationId,
    {
      // Two owners who demote each other at once must not leave the organisation without one.
      $and: [
        ...(from === 'owner' ? [{ members: op({ $elemMatch: { role: 'owner', personId: { $ne: personId } } }) }] : []),
        { members: op({ $elemMatch: { personId, role: from } }) },
      ],
    },
    {
      $set: { 'members.$[member].role': to },
      $push: {
        timeline: entry(ctx, 'member_role_changed'),
        outbox: emit('organisation.member_role_changed', { organisationId, personId, by, from, to }),
      },
    },
    { arrayFilters: [{ 'member.personId': personId }] },
  );
}
