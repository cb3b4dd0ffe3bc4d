/** What the edit page's buttons do: everything typed is saved first, then a part is added or taken away, or it is handed in. */
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { Context } from '$lib/server/context';
import { findSkills } from '$lib/domains/skills/server/queries/find-skills';
import { retiredSkills } from '$lib/domains/skills/server/queries/retired-skills';
import { heirsToTake } from '$lib/domains/skills/skill-view';
import { LIMITS, type MissionContent, type RoleContent, type SkillNeed } from '../mission';
import type { SaveMissionForm } from '../mission-input';
import { withHeirs } from '../seats';
import { saveMission, type SavedMissionVersion } from './commands/save-mission';
import { submitMission } from './commands/submit-mission';
import { missionOfMember } from './mission-access';
import type { MissionDocument } from './mission.model';
import { skillSlugsOf } from './mission.presenter';

export interface FormSaved extends SavedMissionVersion {
  /** Where on the page to go on: a field or a section. */
  anchor: string;
}

export async function saveFromForm(ctx: Context, idOrSlug: string, form: SaveMissionForm): Promise<FormSaved> {
  const { mission } = await missionOfMember(ctx, idOrSlug, 'editor');
  const named = await withSkillsByName(ctx, form);
  const written = form.intent === 'take_heirs' ? await followingHeirs(ctx, mission, named) : named;
  const { content, anchor } = withParts(written, form.intent);
  const saved = await saveMission(ctx, { missionId: mission._id, version: form.version, content });
  if (form.intent === 'submit') await submitMission(ctx, { missionId: mission._id });
  return { ...saved, anchor };
}

/** Without scripts a skill is added by typing its name: the best one found is taken, at the second level. */
async function withSkillsByName(ctx: Context, form: SaveMissionForm): Promise<MissionContent> {
  const roles: RoleContent[] = [];
  for (const [index, role] of form.content.roles.entries()) {
    const { must = '', nice = '' } = form.add[index] ?? {};
    roles.push({
      ...role,
      mustHave: await withSkill(ctx, role.mustHave, must, `roles.${index}.mustHave`),
      niceToHave: await withSkill(ctx, role.niceToHave, nice, `roles.${index}.niceToHave`),
    });
  }
  return { ...form.content, roles };
}

async function withSkill(ctx: Context, needs: SkillNeed[], name: string, field: string): Promise<SkillNeed[]> {
  if (name === '') return needs;
  const [best] = (await findSkills(ctx, name, 1)).skills;
  if (!best) throw new AppError('invalid', 'mission_error_skill_not_found', { field });
  return [...needs.filter((need) => need.slug !== best.value), { slug: best.value, level: 2 }];
}

async function followingHeirs(
  ctx: Context,
  mission: MissionDocument,
  content: MissionContent,
): Promise<MissionContent> {
  return withHeirs(mission, content, heirsToTake(await retiredSkills(ctx, skillSlugsOf(content))));
}

function withParts(content: MissionContent, intent: string): { content: MissionContent; anchor: string } {
  const [act, id] = intent.split(':');
  const { roles, deliverables } = content;
  switch (act) {
    case 'add_role':
      if (roles.length >= LIMITS.roles) throw new AppError('refused', 'mission_error_parts', { field: 'roles' });
      return {
        content: { ...content, roles: [...roles, blankRole(content)] },
        anchor: `roles.${roles.length}.title`,
      };
    case 'add_deliverable':
      if (deliverables.length >= LIMITS.deliverables)
        throw new AppError('refused', 'mission_error_parts', { field: 'deliverables' });
      return {
        content: { ...content, deliverables: [...deliverables, { id: newId(), title: '', detail: '' }] },
        anchor: `deliverables.${deliverables.length}.title`,
      };
    case 'remove_role':
      return { content: { ...content, roles: roles.filter((role) => role.id !== id) }, anchor: 'roles' };
    case 'remove_deliverable':
      return {
        content: { ...content, deliverables: deliverables.filter((each) => each.id !== id) },
        anchor: 'deliverables',
      };
    case 'add_skill':
    case 'take_heirs':
      return { content, anchor: 'roles' };
    default:
      return { content, anchor: 'top' };
  }
}

function blankRole(content: MissionContent): RoleContent {
  return {
    id: newId(),
    title: '',
    mustHave: [],
    niceToHave: [],
    languages: [{ code: content.language, level: 'C1', required: true }],
    hours: null,
    seats: 1,
    licenceRequired: null,
    allowsStudents: true,
  };
}
