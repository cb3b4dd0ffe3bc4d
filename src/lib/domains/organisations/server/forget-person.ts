/** Someone deleted her account: her memberships and invitations end, and an organisation left without owner is flagged. */
import { emit } from '$lib/server/events';
import { systemContext } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { Organisations } from './organisation.model';
import './organisation-events';

/** Safe to repeat: each write names what it expects. */
export async function forgetPerson(personId: string, email: string): Promise<void> {
  const ctx = systemContext();
  await Organisations.updateMany({ 'invitations.email': email }, { $pull: { invitations: { email } } });
  const found = await Organisations.find({ 'members.personId': personId }).select({ _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id } of found) {
    await Organisations.updateOne(
      { _id, 'members.personId': personId },
      {
        $pull: { members: { personId } },
        $push: {
          timeline: entry(ctx, 'member_left'),
          outbox: emit('organisation.member_left', { organisationId: _id, personId }),
        },
      },
    );
  }
}

/** Nobody is left to decide for it: moderators look for somebody. Called whenever a member has gone. */
export async function flagWithoutOwner(organisationId: string): Promise<void> {
  const ctx = systemContext();
  await Organisations.updateOne(
    {
      _id: organisationId,
      mergedInto: null,
      'members.role': op({ $ne: 'owner' as const }),
      'flags.kind': op({ $ne: 'no_owner' as const }),
    },
    {
      $push: {
        flags: { kind: 'no_owner', at: ctx.now, detail: '' },
        outbox: emit('organisation.flagged', { organisationId, kind: 'no_owner' }),
      },
    },
  );
}
