/** What moderators have to read: the queue, the longest waiting first, and one mission with what only they see. */
import { AppError } from '$lib/shared/app-error';
import { requireModerator, type Context } from '$lib/server/context';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { usualHours } from '../../templates/mission-template';
import { estimate, type Estimate } from '../../writing/estimate';
import { valuesOf, type FormValues } from '../../writing/form-values';
import { plainLanguageHints, type Hint } from '../../writing/plain-language';
import { findMission } from '../mission-access';
import { Missions, type MissionDocument } from '../mission.model';
import { publishRefusal } from '../publish-gate';
import { missionPage, type MissionPage } from './mission-page';

export interface ReviewItem {
  id: string;
  slug: string;
  title: string;
  /** Of the title. */
  language: string;
  organisation: { id: string; name: string; state: 'pending' | 'verified' | 'suspended' } | null;
  /** ISO instants. */
  submittedAt: string | null;
  deadline: string | null;
}

const MAX = 200;

export async function missionsToReview(ctx: Context): Promise<ReviewItem[]> {
  requireModerator(ctx);
  const found = await Missions.find(
    { state: 'submitted' },
    { slug: 1, title: 1, language: 1, organisationId: 1, submittedAt: 1, deadline: 1 },
  )
    .sort({ submittedAt: 1 })
    .limit(MAX)
    .lean<MissionDocument[]>();
  const organisations = await organisationCards(found.map((mission) => mission.organisationId));
  return found.map((mission) => {
    const organisation = organisations.get(mission.organisationId);
    return {
      id: mission._id,
      slug: mission.slug,
      title: mission.title,
      language: mission.language,
      organisation: organisation ? { id: organisation.id, name: organisation.name, state: organisation.state } : null,
      submittedAt: mission.submittedAt?.toISOString() ?? null,
      deadline: mission.deadline?.toISOString() ?? null,
    };
  });
}

export async function countMissionsToReview(ctx: Context): Promise<number> {
  requireModerator(ctx);
  return Missions.countDocuments({ state: 'submitted' });
}

export interface MissionForReview extends MissionPage {
  anonymisedSummary: string;
  opposingParties: string[];
  organisationState: 'pending' | 'verified' | 'suspended' | null;
  /** Message key of what holds publishing back, or null. */
  gate: string | null;
  estimate: Estimate;
  /** What a decision names, and the text it was made on. */
  version: number;
  values: FormValues;
  /** Of an NGO that the moderator is a member of: somebody else decides. */
  own: boolean;
  hints: Hint[];
  history: { what: string; at: string; note: string | null; by: string | null }[];
}

/** @throws AppError not_found for who is no moderator */
export async function missionForReview(ctx: Context, missionId: string): Promise<MissionForReview> {
  requireModerator(ctx);
  const mission = await findMission(missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const page = await missionPage(ctx, mission._id);
  const organisation = (await organisationCards([mission.organisationId])).get(mission.organisationId);
  return {
    ...page,
    anonymisedSummary: mission.anonymisedSummary,
    opposingParties: [...mission.opposingParties],
    organisationState: organisation?.state ?? null,
    gate: await publishRefusal(mission.organisationId),
    version: mission.version,
    values: valuesOf(mission),
    own: page.member,
    estimate: estimate(mission, usualHours(mission.template), ctx.now),
    hints: plainLanguageHints(`${mission.summary}\n${mission.goal}`, mission.language),
    history: mission.timeline.map(({ what, at, note, by }) => ({ what, at: at.toISOString(), note, by })),
  };
}
