/** Who may do what in an employer's programme; the pages ask the same questions as the commands. Pure. */
import type { MemberRole } from '$lib/domains/organisations/organisation';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import type { Approval } from './programme';

export function canSeeProgramme(role: MemberRole): boolean {
  return roleAtLeast(role, 'viewer');
}

/** Requests, staff, statements: the people of HR are the editors. */
export function canRunProgramme(role: MemberRole): boolean {
  return roleAtLeast(role, 'editor');
}

/** Budget, rules, independence, single sign-on. */
export function canSetProgramme(role: MemberRole): boolean {
  return roleAtLeast(role, 'owner');
}

export type Decider = 'hr' | 'manager' | null;

/**
 * As whom somebody decides on a request of another. HR may always step in; a manager decides where the rule says so.
 * Nobody decides on her own request: that is asked first.
 */
export function decidesAs(
  viewer: { personId: string; role: MemberRole | null },
  request: { personId: string; managerId: string | null },
  approval: Approval,
): Decider {
  if (viewer.personId === request.personId) return null;
  if (viewer.role !== null && canRunProgramme(viewer.role)) return 'hr';
  return approval === 'manager' && request.managerId === viewer.personId ? 'manager' : null;
}
