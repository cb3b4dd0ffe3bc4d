/** The outcome of one mission, for everyone: one account for each piece of work on it that is finished. */
import type { Context } from '$lib/server/context';
import { missionSight } from '$lib/domains/missions/server/queries/mission-sight';
import { AppError } from '$lib/shared/app-error';
import { op } from '$lib/server/mongo';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { toPublicOutcomes, type PublicOutcome } from '../public-outcomes';

export interface OutcomePage {
  missionId: string;
  slug: string;
  title: string;
  language: string;
  summary: string;
  /** The latest first, at least one. */
  outcomes: PublicOutcome[];
}

/** @throws AppError not_found for missions that are not public or have no published outcome */
export async function outcomePage(ctx: Context, missionSlug: string): Promise<OutcomePage> {
  const { mission } = await missionSight(ctx, missionSlug);
  const found = await Engagements.find({ missionId: mission._id, state: 'closed', publishedAt: op({ $ne: null }) })
    .sort({ publishedAt: -1 })
    .lean<EngagementDocument[]>();
  const outcomes = await toPublicOutcomes(found);
  if (outcomes.length === 0) throw new AppError('not_found', 'error_not_found');
  return {
    missionId: mission._id,
    slug: mission.slug,
    title: mission.title,
    language: mission.language,
    summary: mission.summary,
    outcomes,
  };
}
