/** A mission for the page on which its NGO writes it: the fields as they stand, and where it is on its way. */
import type { Context } from '$lib/server/context';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { labelIn } from '$lib/domains/skills/labels';
import { retiredSkills } from '$lib/domains/skills/server/queries/retired-skills';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { RetiredSkill } from '$lib/domains/skills/skill-view';
import { takenSeats, type MissionState } from '../../../mission';
import { canStep } from '../../../mission.policy';
import { mayExtend, mayLookAgain, type MissionStep } from '../../../mission-state';
import { changeableSkills } from '../../../seats';
import { templateName, usualHours } from '../../../templates/mission-template';
import type { UsualHours } from '../../../writing/estimate';
import { valuesOf, type FormValues } from '../../../writing/form-values';
import { missionOfMember } from '../../mission-access';
import { skillSlugsOf } from '../../mission.presenter';

export interface MissionForEdit {
  id: string;
  slug: string;
  title: string;
  state: MissionState;
  version: number;
  values: FormValues;
  /** Labels of the skills that are chosen, by slug. */
  skillNames: Record<string, string>;
  /** Of the skills it names, those that can no longer be chosen, where its words may still change. */
  retired: RetiredSkill[];
  usual: UsualHours | null;
  /** Ids of roles that somebody works in. */
  takenRoles: string[];
  changedBy: string | null;
  /** ISO instant. */
  changedAt: string;
  reviewNote: string;
  steps: MissionStep[];
  /** More time can also mean that somebody is looked for again. */
  mayLookAgain: boolean;
  organisation: { slug: string; name: string; state: 'pending' | 'verified' | 'suspended' };
}

const STEPS = [
  'save',
  'submit',
  'take_back',
  'discard',
  'pause',
  'resume',
  'close_recruitment',
  'extend_deadline',
  'cancel',
] as const;

/** @throws AppError not_found for strangers, forbidden for viewers */
export async function missionForEdit(ctx: Context, idOrSlug: string): Promise<MissionForEdit> {
  const { mission, organisation, role } = await missionOfMember(ctx, idOrSlug, 'editor');
  const [labels, retired] = await Promise.all([
    skillLabels(ctx, skillSlugsOf(mission)),
    retiredSkills(ctx, changeableSkills(mission)),
  ]);
  const by = mission.changedBy ? (await personCards([mission.changedBy])).get(mission.changedBy) : undefined;
  const viewer = { personId: ctx.actor?.personId ?? null, role, moderator: false };
  return {
    id: mission._id,
    slug: mission.slug,
    title: mission.title || templateName(mission.template, ctx.locale),
    state: mission.state,
    version: mission.version,
    values: valuesOf(mission),
    skillNames: Object.fromEntries([...labels].map(([slug, label]) => [slug, labelIn(label.labels, ctx.locale)])),
    retired,
    usual: usualHours(mission.template),
    takenRoles: mission.roles.filter((each) => each.filledSeats > 0).map((each) => each.id),
    changedBy: by?.name ?? null,
    changedAt: mission.changedAt.toISOString(),
    reviewNote: mission.reviewNote,
    steps: STEPS.filter(
      (step) =>
        canStep(mission, viewer, step) &&
        (step !== 'close_recruitment' || takenSeats(mission) > 0) &&
        (step !== 'extend_deadline' || mayExtend(mission)),
    ),
    mayLookAgain: mayLookAgain(mission),
    organisation: { slug: organisation.slug, name: organisation.name, state: organisation.state },
  };
}
