/** Published outcomes, the latest first: for everyone. */
import { op } from '$lib/server/mongo';
import { publicMissionIds } from '../public-missions';
import { Engagements, type EngagementDocument } from '../engagement.model';
import type { DeciderReply } from '../../outcome/outcome';
import { toPublicOutcomes, type PublicOutcome } from '../public-outcomes';

export type { PublicOutcome } from '../public-outcomes';

export interface OutcomeFilters {
  /** From 1. */
  page?: number;
  perPage?: number;
  reply?: DeciderReply;
  /** Calendar year of publication. */
  year?: number;
  /** Only those of these missions' institution or cause: decided by the mission's own text. */
  institution?: string;
  cause?: string;
}

const MAX_PER_PAGE = 100;

export async function publishedOutcomes(
  filters: OutcomeFilters = {},
): Promise<{ outcomes: PublicOutcome[]; total: number; page: number; pages: number }> {
  const perPage = Math.min(Math.max(1, filters.perPage ?? 20), MAX_PER_PAGE);
  const from = filters.year ? new Date(Date.UTC(filters.year, 0, 1)) : new Date(0);
  const to = filters.year ? new Date(Date.UTC(filters.year + 1, 0, 1)) : new Date(8.64e15);
  const candidates = await Engagements.find(
    {
      state: 'closed',
      publishedAt: op({ $gte: from, $lt: to }),
      ...(filters.reply ? { 'outcome.reply': filters.reply } : {}),
    },
    { missionId: 1 },
  )
    .sort({ publishedAt: -1, _id: -1 })
    .lean<Pick<EngagementDocument, '_id' | 'missionId'>[]>();
  const allowed = await publicMissionIds(
    candidates.map(({ missionId }) => missionId),
    filters,
  );
  const ids = candidates.filter(({ missionId }) => allowed.has(missionId)).map(({ _id }) => _id);
  const pages = Math.max(1, Math.ceil(ids.length / perPage));
  const page = Math.min(Math.max(1, Math.floor(filters.page ?? 1)), pages);
  const shown = ids.slice((page - 1) * perPage, page * perPage);
  const found = await Engagements.find({ _id: op({ $in: shown }) }).lean<EngagementDocument[]>();
  const byId = new Map(found.map((engagement) => [engagement._id, engagement]));
  const outcomes = await toPublicOutcomes(shown.flatMap((id) => byId.get(id) ?? []));
  return { outcomes, total: ids.length, page, pages };
}
