/** Members and open invitations of an organisation, for its members. Addresses of the invited are for owners only. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { Context } from '$lib/server/context';
import type { MemberRole } from '../../organisation';
import type { MemberView } from '../organisation.presenter';
import { requireMembership } from './require-member';

export interface InvitationView {
  id: string;
  email: string;
  role: MemberRole;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  isOver: boolean;
}

export interface MembersView {
  organisationId: string;
  name: string;
  role: MemberRole;
  members: MemberView[];
  /** Empty for those who may not invite. */
  invitations: InvitationView[];
  isOnlyOwner: boolean;
}

const ORDER: Record<MemberRole, number> = { owner: 0, editor: 1, viewer: 2 };

export async function membersOf(ctx: Context, slug: string): Promise<MembersView> {
  const { document, role } = await requireMembership(ctx, { slug }, 'viewer');
  const inviters = document.invitations.flatMap(({ invitedBy }) => (invitedBy ? [invitedBy] : []));
  const people = await personCards([...document.members.map(({ personId }) => personId), ...inviters]);
  const members = document.members
    .map((member) => ({ ...member, name: people.get(member.personId)?.name ?? '' }))
    .sort((a, b) => ORDER[a.role] - ORDER[b.role] || a.name.localeCompare(b.name));
  const owners = members.filter((member) => member.role === 'owner');
  return {
    organisationId: document._id,
    name: document.name,
    role,
    members,
    invitations:
      role === 'owner'
        ? document.invitations.map(({ id, email, role: as, invitedBy, createdAt, expiresAt }) => ({
            id,
            email,
            role: as,
            invitedBy: invitedBy ? (people.get(invitedBy)?.name ?? null) : null,
            createdAt,
            expiresAt,
            isOver: expiresAt <= ctx.now,
          }))
        : [],
    isOnlyOwner: owners.length === 1 && owners[0]?.personId === ctx.actor?.personId,
  };
}
