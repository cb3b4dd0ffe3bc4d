/** What a mission still lacks before it can be read by a moderator, and what would make it better. Pure. */
import type { MissionContent, RoleContent } from '../mission';

export const PARTS = [
  'title',
  'summary',
  'goal',
  'decider',
  'stage',
  'deadline',
  'deadline_reason',
  'deliverables',
  'roles',
  'role_hours',
  'role_skills',
  'role_languages',
  'place',
  'causes',
  'anonymised',
  'file',
  'person_role',
  'parties',
] as const;
export type Part = (typeof PARTS)[number];

export interface ChecklistItem {
  part: Part;
  /** Id of the field to go to. */
  field: string;
  done: boolean;
  /** Without it nobody can decide; otherwise it helps. */
  required: boolean;
}

export const SHORTEST = { title: 10, summary: 40, goal: 80, deadlineReason: 10, anonymised: 40 } as const;

/** Every part that applies, in the order of the page. */
export function checklist(content: MissionContent): ChecklistItem[] {
  const { roles, confidentiality } = content;
  const cleared = confidentiality === 'cleared';
  const item = (part: Part, field: string, done: boolean, required = true) => ({ part, field, done, required });
  return [
    item('title', 'title', content.title.length >= SHORTEST.title),
    item('summary', 'summary', content.summary.length >= SHORTEST.summary),
    item('goal', 'goal', ownWords(content.goal) >= SHORTEST.goal),
    item('causes', 'causes', content.causes.length > 0),
    item('decider', 'decider.institution', content.decider.institution !== null),
    item('person_role', 'decider.personRole', content.decider.personRole !== '', false),
    item('file', 'file.reference', content.file.reference !== '', false),
    item('stage', 'stage', content.stage !== null),
    item('deadline', 'deadlineDay', content.deadline !== null),
    item('deadline_reason', 'deadlineReason', content.deadlineReason.length >= SHORTEST.deadlineReason),
    item('deliverables', fieldOfDeliverables(content), hasDeliverables(content)),
    item(
      'roles',
      fieldOfRole(roles, (role) => role.title !== '', 'title'),
      hasNamedRoles(roles),
    ),
    item(
      'role_hours',
      fieldOfRole(roles, (role) => role.hours !== null, 'hours'),
      roles.length > 0 && roles.every((role) => role.hours !== null),
    ),
    item(
      'role_skills',
      fieldOfRole(roles, (role) => role.mustHave.length > 0, 'mustHave'),
      roles.length > 0 && roles.every((role) => role.mustHave.length > 0),
    ),
    item(
      'role_languages',
      fieldOfRole(roles, (role) => role.languages.length > 0, 'languages.0.code'),
      roles.length > 0 && roles.every((role) => role.languages.length > 0),
    ),
    item('place', 'place.remote', content.place.remote || content.place.country !== null),
    ...(cleared
      ? [
          item('anonymised', 'anonymisedSummary', content.anonymisedSummary.length >= SHORTEST.anonymised),
          item('parties', 'opposingParties', content.opposingParties.length > 0, false),
        ]
      : []),
  ];
}

/** Characters beside the questions that a template puts there in bold. */
function ownWords(goal: string): number {
  return goal
    .replace(/\*\*[^*\n]+\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim().length;
}

function hasDeliverables(content: Pick<MissionContent, 'deliverables'>): boolean {
  return content.deliverables.length > 0 && content.deliverables.every((deliverable) => deliverable.title !== '');
}

function fieldOfDeliverables({ deliverables }: Pick<MissionContent, 'deliverables'>): string {
  const index = deliverables.findIndex((deliverable) => deliverable.title === '');
  return index === -1 ? 'deliverables' : `deliverables.${index}.title`;
}

function hasNamedRoles(roles: readonly RoleContent[]): boolean {
  return roles.length > 0 && roles.every((role) => role.title !== '');
}

function fieldOfRole(roles: readonly RoleContent[], isDone: (role: RoleContent) => boolean, field: string): string {
  const index = roles.findIndex((role) => !isDone(role));
  return index === -1 ? 'roles' : `roles.${index}.${field}`;
}

/** 0..1 of the required parts that are there. */
export function completeness(items: readonly ChecklistItem[]): number {
  const required = items.filter((each) => each.required);
  return required.length === 0 ? 1 : required.filter((each) => each.done).length / required.length;
}
