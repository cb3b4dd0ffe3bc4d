/** After a merge: members and open invitations of the duplicate go to the organisation it became. Safe to repeat. */
import { op } from '$lib/server/mongo';
import { systemContext } from '$lib/server/context';
import { entry } from '$lib/server/timeline';
import { Organisations, type OrganisationDocument, type StoredInvitation } from './organisation.model';
import type { Member } from '../organisation';

const MAX_CHAIN = 20;

export async function moveMembers(fromId: string): Promise<void> {
  const from = await Organisations.findById(fromId).lean<OrganisationDocument>();
  if (!from?.mergedInto) return;
  for (const member of from.members)
    await moveOne(from.mergedInto, 'members.personId', member.personId, { members: member });
  for (const invitation of from.invitations) {
    await moveOne(from.mergedInto, 'invitations.email', invitation.email, { invitations: invitation });
  }
  await Organisations.updateOne({ _id: fromId }, { $set: { members: [], invitations: [] } });
  await Organisations.updateOne(
    { _id: from.mergedInto, timeline: op({ $not: { $elemMatch: { what: 'absorbed', note: from.name } } }) },
    { $push: { timeline: entry(systemContext(), 'absorbed', from.name) } },
  );
}

/** Adds what is not there yet, following the target if it was itself merged meanwhile. */
async function moveOne(
  startId: string,
  key: 'members.personId' | 'invitations.email',
  value: string,
  push: { members: Member } | { invitations: StoredInvitation },
): Promise<void> {
  let intoId = startId;
  for (let step = 0; step < MAX_CHAIN; step++) {
    const added = await Organisations.updateOne(
      { _id: intoId, mergedInto: null, [key]: op({ $ne: value }) },
      { $push: push },
    );
    if (added.matchedCount > 0) return;
    const target = await Organisations.findById(intoId)
      .select({ mergedInto: 1 })
      .lean<Pick<OrganisationDocument, 'mergedInto'>>();
    if (!target?.mergedInto) return;
    intoId = target.mergedInto;
  }
}
