/** The public list: found by the search engine, read from the database, and asked of the policy once more. */
import { isModerator, type Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import { AppError } from '$lib/shared/app-error';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { currentSlugs } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { orderOfDay } from '../../listing/daily-order';
import { FACETS, PAGE_SIZE, type Facet, type VolunteerFilters } from '../../listing/volunteer-filters';
import type { Visibility } from '../../volunteer';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';
import { presentCard, presentSkills, type NamedSkill, type VolunteerCard } from '../volunteer.presenter';
import { VOLUNTEER_INDEX } from '../volunteer.search';
import { isOfVerifiedNgo } from './onlooker';
import { listFromDatabase } from './list-from-database';

export interface ListedVolunteer extends Omit<VolunteerCard, 'skills'> {
  skills: NamedSkill[];
}

export type FacetCounts = Record<Facet, { value: string; count: number }[]>;

export interface VolunteerList {
  volunteers: ListedVolunteer[];
  total: number;
  /** Null while the search engine is down: then only the choices made are offered. */
  counts: FacetCounts | null;
  degraded: boolean;
  /** Whether the reader sees those who show themselves to verified NGOs only. */
  asNgo: boolean;
}

export async function listVolunteers(ctx: Context, filters: VolunteerFilters): Promise<VolunteerList> {
  const asNgo = isModerator(ctx) || (await isOfVerifiedNgo(ctx));
  const shown: Visibility[] = asNgo ? ['everyone', 'ngos'] : ['everyone'];
  try {
    const { ids, total, counts } = await fromEngine(ctx, filters, shown);
    return { volunteers: await listed(ctx, ids, shown), total, counts, degraded: false, asNgo };
  } catch (error) {
    const down = error instanceof SearchUnavailable || (error instanceof AppError && error.code === 'unavailable');
    if (!down) throw error;
    log.warn({ err: error }, 'volunteers are listed from the database');
    const { ids, total } = await listFromDatabase(ctx, filters, shown);
    return { volunteers: await listed(ctx, ids, shown), total, counts: null, degraded: true, asNgo };
  }
}

async function fromEngine(ctx: Context, filters: VolunteerFilters, shown: Visibility[]) {
  // The index knows a retired skill by its heir.
  const chosen = { ...filters.chosen, skill: currentSlugs(filters.chosen.skill, await skillHeirs()) };
  const result = await searchEngine().search(VOLUNTEER_INDEX, {
    ...(filters.q ? { text: filters.q } : { sort: [orderOfDay(ctx.now)] }),
    filter: { field: 'visibility', in: shown },
    facets: Object.values(FIELD_OF),
    selected: Object.fromEntries(
      FACETS.flatMap((facet) => (chosen[facet].length > 0 ? [[FIELD_OF[facet], chosen[facet]]] : [])),
    ),
    offset: (filters.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const counts = Object.fromEntries(
    FACETS.map((facet) => [facet, result.facets[FIELD_OF[facet]] ?? []]),
  ) as FacetCounts;
  return { ids: result.hits.map((hit) => hit.id), total: result.total, counts };
}

/** What each facet is called in the index. */
const FIELD_OF: Record<Facet, string> = {
  skill: 'skill',
  language: 'works_in',
  country: 'country',
  hours: 'hours_band',
  track: 'track',
};

/** In the order of `ids`; the index is a copy, so whoever is no longer to be shown is left out here. */
async function listed(ctx: Context, ids: readonly string[], shown: readonly Visibility[]): Promise<ListedVolunteer[]> {
  const [found, people] = await Promise.all([
    Volunteers.find({
      _id: op({ $in: [...ids] }),
      state: 'active',
      visibility: op({ $in: [...shown] }),
    }).lean<VolunteerDocument[]>(),
    personCards(ids),
  ]);
  const labels = await skillLabels(
    ctx,
    found.flatMap((volunteer) => volunteer.skills.map((skill) => skill.slug)),
  );
  const byId = new Map(found.map((volunteer) => [volunteer._id, volunteer]));
  return ids.flatMap((id) => {
    const volunteer = byId.get(id);
    if (!volunteer) return [];
    const card = presentCard(volunteer, people.get(id)?.name ?? '');
    return [{ ...card, skills: presentSkills(volunteer, labels, ctx.locale) }];
  });
}
