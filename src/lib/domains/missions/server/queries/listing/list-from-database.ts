/** The list when the search engine is down: the same filters, words looked for in titles and summaries, no counts. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { everySlug } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import {
  PAGE_SIZE,
  sortInForce,
  STATES_SHOWN,
  weeksOf,
  type Facet,
  type MissionFilters,
} from '../../../listing/mission-filters';
import { listableConfidentialities } from '../../../mission.policy';
import { Missions } from '../../mission.model';

const MAX_WORDS = 6;
const WEEK = 7 * 86_400_000;
const HOURS: Record<string, { $gte: number; $lte: number }> = {
  '5': { $gte: 0, $lte: 5 },
  '15': { $gte: 6, $lte: 15 },
  '30': { $gte: 16, $lte: 30 },
  '60': { $gte: 31, $lte: 60 },
  more: { $gte: 61, $lte: 10_000 },
};

type Condition = Record<string, unknown>;

/** A cleared mission is not found by what it withholds. */
const named = (): Condition => ({ confidentiality: op({ $ne: 'cleared' }) });

const CONDITIONS: Record<Facet, (values: string[]) => Condition> = {
  skill: (values) => ({
    $or: [{ 'roles.mustHave.slug': op({ $in: values }) }, { 'roles.niceToHave.slug': op({ $in: values }) }],
  }),
  cause: (values) => ({ causes: op({ $in: values }) }),
  language: (values) => ({ 'roles.languages.code': op({ $in: values }) }),
  place: (values) => ({
    $or: [...(values.includes('remote') ? [{ 'place.remote': true }] : []), { 'place.country': op({ $in: values }) }],
  }),
  hours: (values) => ({
    $or: values.map((band) => ({ roles: op({ $elemMatch: { hours: HOURS[band] ?? { $gte: 0, $lte: 0 } } }) })),
  }),
  stage: (values) => ({ stage: op({ $in: values }) }),
  institution: (values) => ({ 'decider.institution': op({ $in: values }), ...named() }),
};

/** Became public after the one and no later than the other. */
export interface Published {
  after: Date;
  upTo: Date;
}

export async function listFromDatabase(
  ctx: Context,
  filters: MissionFilters,
  published?: Published,
): Promise<{ ids: string[]; total: number }> {
  const skill = everySlug(filters.chosen.skill, await skillHeirs());
  const conditions: Condition[] = [
    { state: op({ $in: [...STATES_SHOWN[filters.show]] }) },
    { confidentiality: op({ $in: [...listableConfidentialities(ctx.actor !== null)] }) },
    ...(filters.show === 'open' ? [{ deadline: op({ $gte: ctx.now }) }] : []),
    ...(published ? [{ publishedAt: op({ $gt: published.after, $lte: published.upTo }) }] : []),
    ...deadlineWithin(ctx, filters),
    ...Object.entries({ ...filters.chosen, skill }).flatMap(([facet, values]) =>
      values.length > 0 ? [CONDITIONS[facet as Facet](values)] : [],
    ),
    ...wordsOf(filters.q).map((word) => ({
      ...named(),
      $or: [{ title: op({ $regex: word, $options: 'i' }) }, { summary: op({ $regex: word, $options: 'i' }) }],
    })),
  ];
  const filter = { $and: conditions };
  const newestFirst = sortInForce(filters) === 'newest';
  const [found, total] = await Promise.all([
    Missions.find(filter, { _id: 1 })
      .sort(newestFirst ? { publishedAt: -1, _id: 1 } : { deadline: filters.show === 'open' ? 1 : -1, _id: 1 })
      .skip((filters.page - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .lean<{ _id: string }[]>(),
    Missions.countDocuments(filter),
  ]);
  return { ids: found.map(({ _id }) => _id), total };
}

/** The weeks of the choice as instants: the Monday it begins to the Monday after its last week. */
function deadlineWithin(ctx: Context, filters: MissionFilters): Condition[] {
  if (!filters.deadline) return [];
  const weeks = weeksOf(filters.deadline, ctx.now);
  const startOf = (week: number) => new Date(week * WEEK - 3 * 86_400_000);
  return [{ deadline: op({ $gte: startOf(weeks[0] ?? 0), $lt: startOf((weeks.at(-1) ?? 0) + 1) }) }];
}

function wordsOf(text: string): string[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
