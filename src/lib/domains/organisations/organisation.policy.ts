/** Who may do what with an organisation; the pages ask the same questions as the commands. */
import type { MemberRole, OrganisationState } from './organisation';

const RANK: Record<MemberRole, number> = { viewer: 1, editor: 2, owner: 3 };

export function roleAtLeast(role: MemberRole, min: MemberRole): boolean {
  return RANK[role] >= RANK[min];
}

export function canEditOrganisation(role: MemberRole): boolean {
  return roleAtLeast(role, 'editor');
}

export function canManageMembers(role: MemberRole): boolean {
  return roleAtLeast(role, 'owner');
}

/** The public page: everyone's once verified; before and after that for members and moderators only. */
export function canSeePage(
  organisation: { state: OrganisationState; mergedInto: string | null },
  viewer: { isMember: boolean; isModerator: boolean },
): boolean {
  if (organisation.mergedInto) return false;
  return organisation.state === 'verified' || viewer.isMember || viewer.isModerator;
}
