/** A moderator gives an organisation that has lost its last owner a new one, from among its members. */
import { requireModerator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotAppoint } from '../../../membership';
import { organisationToDecide } from '../../decide-on-organisation';
import { writeOrganisation } from '../../organisation-store';
import '../../organisation-events';

export async function appointOwner(ctx: Context, input: { organisationId: string; personId: string }): Promise<void> {
  requireModerator(ctx);
  const { organisationId, personId } = input;
  const { document, by } = await organisationToDecide(ctx, organisationId, () => null);
  const member = document.members.find((each) => each.personId === personId);
  if (!member) throw new AppError('conflict', 'organisation_refusal_member_gone');
  const refusal = whyNotAppoint(document.members);
  if (refusal) throw new AppError('refused', refusal);
  const { role: from } = member;
  await writeOrganisation(
    organisationId,
    {
      $and: [
        { members: op({ $elemMatch: { personId, role: from } }) },
        { 'members.role': op({ $ne: 'owner' as const }) },
      ],
    },
    {
      $set: { 'members.$[member].role': 'owner' },
      $inc: { round: 1 },
      $pull: { flags: { kind: 'no_owner' } },
      $push: {
        timeline: entry(ctx, 'member_role_changed'),
        outbox: {
          $each: [
            emit('organisation.member_role_changed', { organisationId, personId, by, from, to: 'owner' }),
            emit('organisation.owner_appointed', { organisationId, personId, by, from }),
          ],
        },
      },
    },
    { arrayFilters: [{ 'member.personId': personId }] },
  );
}
