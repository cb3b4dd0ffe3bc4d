/** The one write by which somebody stops being a member, for leaving and removing alike. */
import type { StoredEvent } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import type { TimelineEntry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { whyNotDepart } from '../membership';
import { writeOrganisation } from './organisation-store';
import type { OrganisationDocument } from './organisation.model';

/** @throws AppError refused for the last owner, conflict when somebody else was faster */
export async function departMember(
  document: Pick<OrganisationDocument, '_id' | 'members'>,
  personId: string,
  record: { timeline: TimelineEntry; outbox: StoredEvent },
): Promise<void> {
  const member = document.members.find((each) => each.personId === personId);
  if (!member) throw new AppError('conflict', 'organisation_refusal_member_gone');
  const refusal = whyNotDepart(document.members, personId);
  if (refusal) throw new AppError('refused', refusal);
  await writeOrganisation(
    document._id,
    {
      $and: [
        { members: op({ $elemMatch: { personId, role: member.role } }) },
        // Two owners who leave at once must not leave the organisation without one.
        ...(member.role === 'owner'
          ? [{ members: op({ $elemMatch: { role: 'owner', personId: { $ne: personId } } }) }]
          : []),
      ],
    },
    { $pull: { members: { personId } }, $push: record },
  );
}
