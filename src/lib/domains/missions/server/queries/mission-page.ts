/** A mission for its page: all that is public of it, in the reader's language. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { renderMarkdown } from '$lib/server/markdown';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { jurisdictionName } from '$lib/domains/skills/place';
import { isWhole, type Deliverable } from '../../mission';
import { canStep, type Viewer } from '../../mission.policy';
import type { MissionStep } from '../../mission-state';
import type { PolicyFile } from '../../subject/policy-file';
import { skillSlugsOf, toCard, type MissionCard } from '../mission.presenter';
import { savedId, SavedMissions } from '../saved-mission.model';
import { missionSight } from './mission-sight';
import { similarMissions } from './similar-missions';

export interface MissionPage extends MissionCard {
  goalHtml: string;
  unit: string;
  file: PolicyFile | null;
  deadlineReason: string;
  deliverables: Deliverable[];
  jurisdictions: string[];
  endReason: string;
  /** Facts of the public record, oldest first. */
  timeline: { what: string; at: string; note: string | null }[];
  similar: MissionCard[];
  /** For members of the NGO and moderators. */
  insider: boolean;
  /** A member of the NGO, who applies for nothing here. */
  member: boolean;
  steps: MissionStep[];
  reviewNote: string;
  organisationId: string | null;
}

/** What anyone may read of the record; who did it and what moderators wrote stays inside. */
const PUBLIC_FACTS = new Set([
  'published',
  'paused',
  'resumed',
  'deadline_extended',
  'deadline_for_handover',
  'filled',
  'reopened',
  'in_progress',
  'delivered',
  'outcome_reported',
  'closed',
  'expired',
  'cancelled',
]);
const PUBLIC_NOTES = new Set(['deadline_extended', 'cancelled']);
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
] as const satisfies MissionStep[];

/** @throws AppError not_found for who may not see it, and for drafts that lack what a page shows */
export async function missionPage(ctx: Context, slug: string): Promise<MissionPage> {
  const { mission, sight, viewer, organisation } = await missionSight(ctx, slug);
  if (!isWhole(mission)) throw new AppError('not_found', 'error_not_found');
  const anonymised = sight === 'anonymised';
  const [labels, saved, similar] = await Promise.all([
    skillLabels(ctx, skillSlugsOf(mission)),
    isSaved(ctx, mission._id),
    similarMissions(ctx, mission),
  ]);
  const insider = viewer.role !== null || viewer.moderator;
  const card = toCard(mission, { organisation, labels, locale: ctx.locale, now: ctx.now, anonymised, saved });
  return {
    ...card,
    goalHtml: anonymised ? '' : renderMarkdown(mission.goal),
    unit: anonymised ? '' : mission.decider.unit,
    file: anonymised || mission.file.reference + mission.file.title === '' ? null : { ...mission.file },
    deadlineReason: anonymised ? '' : mission.deadlineReason,
    deliverables: mission.deliverables.map(({ id, title, detail }) => ({
      id,
      title,
      detail: anonymised ? '' : detail,
    })),
    jurisdictions: mission.jurisdictions.map((code) => jurisdictionName(code, ctx.locale)),
    endReason: anonymised ? '' : mission.endReason,
    timeline: factsOf(mission.timeline, anonymised),
    similar,
    insider,
    member: viewer.role !== null,
    steps: stepsFor(mission, viewer),
    reviewNote: insider ? mission.reviewNote : '',
    organisationId: insider ? mission.organisationId : null,
  };
}

function factsOf(timeline: readonly { what: string; at: Date; note: string | null }[], anonymised: boolean) {
  return timeline
    .filter(({ what }) => PUBLIC_FACTS.has(what))
    .map(({ what, at, note }) => ({
      what,
      at: at.toISOString(),
      note: PUBLIC_NOTES.has(what) && !anonymised ? note : null,
    }));
}

function stepsFor(mission: Parameters<typeof canStep>[0], viewer: Viewer): MissionStep[] {
  return STEPS.filter((step) => canStep(mission, viewer, step));
}

async function isSaved(ctx: Context, missionId: string): Promise<boolean> {
  if (!ctx.actor) return false;
  return (await SavedMissions.exists({ _id: savedId(ctx.actor.personId, missionId) })) !== null;
}
