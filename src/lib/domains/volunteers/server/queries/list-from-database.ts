/** The list when the search engine is down: the same filters, words looked for in headlines and texts, no counts. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { everySlug } from '$lib/domains/skills/graph';
import { CEFR_LEVELS, meetsCefr } from '$lib/domains/skills/language';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { drawsOf, orderOfDay } from '../../listing/daily-order';
import {
  HOURS_OF,
  PAGE_SIZE,
  type Facet,
  type HoursBand,
  type VolunteerFilters,
} from '../../listing/volunteer-filters';
import type { Visibility } from '../../volunteer';
import { Volunteers } from '../volunteer.model';

const MAX_WORDS = 6;
/** The order is drawn in memory, so the list ends somewhere. */
const MOST = 5000;
const WORKING = CEFR_LEVELS.filter((level) => meetsCefr(level, 'B2'));

type Condition = Record<string, unknown>;

const CONDITIONS: Record<Facet, (values: string[]) => Condition> = {
  skill: (values) => ({ 'skills.slug': op({ $in: values }) }),
  language: (values) => ({
    languages: op({ $elemMatch: { code: { $in: values }, level: { $in: [...WORKING] } } }),
  }),
  country: (values) => ({ country: op({ $in: values }) }),
  hours: (values) => ({
    $or: values.map((band) => {
      const { least, most } = HOURS_OF[band as HoursBand];
      return { hoursPerWeek: op({ $gte: least, $lte: most }) };
    }),
  }),
  track: (values) => ({ track: op({ $in: values }) }),
};

export async function listFromDatabase(
  ctx: Context,
  filters: VolunteerFilters,
  shown: readonly Visibility[],
): Promise<{ ids: string[]; total: number }> {
  const skill = everySlug(filters.chosen.skill, await skillHeirs());
  const conditions: Condition[] = [
    { state: 'active', visibility: op({ $in: [...shown] }) },
    ...Object.entries({ ...filters.chosen, skill }).flatMap(([facet, values]) =>
      values.length > 0 ? [CONDITIONS[facet as Facet](values)] : [],
    ),
    ...wordsOf(filters.q).map((word) => ({
      $or: [{ headline: op({ $regex: word, $options: 'i' }) }, { bio: op({ $regex: word, $options: 'i' }) }],
    })),
  ];
  const found = await Volunteers.find({ $and: conditions }, { _id: 1 })
    .sort({ _id: 1 })
    .limit(MOST)
    .lean<{ _id: string }[]>();
  const { field, dir } = orderOfDay(ctx.now);
  const sign = dir === 'asc' ? 1 : -1;
  const drawn = found
    .map(({ _id }) => ({ id: _id, draw: drawsOf(_id)[field] }))
    .sort((a, b) => sign * (a.draw - b.draw) || (a.id < b.id ? -1 : 1));
  const start = (filters.page - 1) * PAGE_SIZE;
  return { ids: drawn.slice(start, start + PAGE_SIZE).map(({ id }) => id), total: drawn.length };
}

function wordsOf(text: string): string[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
