/** What may still change once a mission is public: the promises that applicants and engagements rely on stay. Pure. */
import type { MissionContent, MissionDraft, MissionRole, RoleContent } from './mission';

export type EditRefusal =
  | 'mission_error_title_fixed'
  | 'mission_error_confidentiality_fixed'
  | 'mission_error_deadline_fixed'
  | 'mission_error_role_taken'
  | 'mission_error_role_taken_removed'
  | 'mission_error_seats_below_taken';

const DRAFT_STATES = ['draft', 'changes_requested'];

/**
 * Why `content` may not replace what a public mission says, with the form field, or null. Its name, confidentiality
 * and deadline were reviewed (the deadline has a command of its own); a role somebody works in keeps its terms.
 */
export function whyNotChange(
  mission: MissionDraft,
  content: MissionContent,
): { reason: EditRefusal; field: string } | null {
  if (DRAFT_STATES.includes(mission.state)) return null;
  if (content.title !== mission.title) return { reason: 'mission_error_title_fixed', field: 'title' };
  if (content.confidentiality !== mission.confidentiality)
    return { reason: 'mission_error_confidentiality_fixed', field: 'confidentiality' };
  if (content.deadline?.getTime() !== mission.deadline?.getTime())
    return { reason: 'mission_error_deadline_fixed', field: 'deadline' };
  for (const role of mission.roles) {
    if (role.filledSeats === 0) continue;
    const index = content.roles.findIndex((next) => next.id === role.id);
    const next = content.roles[index];
    if (!next) return { reason: 'mission_error_role_taken_removed', field: 'roles' };
    if (next.seats < role.filledSeats)
      return { reason: 'mission_error_seats_below_taken', field: `roles.${index}.seats` };
    if (termsOf(next) !== termsOf(role)) return { reason: 'mission_error_role_taken', field: `roles.${index}.hours` };
  }
  return null;
}

/** What an engagement was agreed on: everything of a role but its number of seats and what is merely nice to have. */
function termsOf(role: RoleContent): string {
  const { title, mustHave, languages, hours, licenceRequired, allowsStudents } = role;
  const required = languages.filter((need) => need.required).map((need) => `${need.code} ${need.level}`);
  const skills = mustHave.map((need) => `${need.slug} ${need.level}`);
  const licence = licenceRequired ? [licenceRequired.kind, licenceRequired.jurisdiction] : null;
  return JSON.stringify([title, skills.sort(), required.sort(), hours, licence, allowsStudents]);
}

/** The roles as they are written, with the seats that are taken kept. */
export function rolesWithSeats(before: readonly MissionRole[], roles: readonly RoleContent[]): MissionRole[] {
  return roles.map((role) => {
    const known = before.find((other) => other.id === role.id);
    return { ...role, filledSeats: known?.filledSeats ?? 0, takenBy: known?.takenBy ?? [] };
  });
}
