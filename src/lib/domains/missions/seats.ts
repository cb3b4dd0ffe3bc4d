/** What may still change once a mission is public: the promises that applicants and engagements rely on stay. Pure. */
import { underHeirs, type SkillHeirs } from '$lib/domains/skills/graph';
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

/** Skills that may still be named anew: not the must-haves that an engagement was agreed on. */
export function changeableSkills(mission: Pick<MissionDraft, 'state' | 'roles'>): string[] {
  return mission.roles.flatMap((role) => {
    const needs = isAgreed(mission, role) ? role.niceToHave : [...role.mustHave, ...role.niceToHave];
    return needs.map(({ slug }) => slug);
  });
}

function isAgreed({ state }: Pick<MissionDraft, 'state'>, role: Pick<MissionRole, 'filledSeats'>): boolean {
  return !DRAFT_STATES.includes(state) && role.filledSeats > 0;
}

/** What is written, with what took the place of retired skills, except where the words were agreed on. */
export function withHeirs(mission: MissionDraft, content: MissionContent, heirs: SkillHeirs): MissionContent {
  const agreed = new Set(mission.roles.filter((role) => isAgreed(mission, role)).map(({ id }) => id));
  const roles = content.roles.map((role) => ({
    ...role,
    mustHave: agreed.has(role.id) ? role.mustHave : underHeirs(role.mustHave, heirs),
    niceToHave: underHeirs(role.niceToHave, heirs),
  }));
  return { ...content, roles };
}
