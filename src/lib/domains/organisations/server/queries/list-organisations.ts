/** The public list: by the search engine, or straight from the database when that does not answer, which is then said. */
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import { AppError } from '$lib/shared/app-error';
import { PAGE_SIZE, type Listing } from '../../listing';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { toCard, type OrganisationCard } from '../organisation.presenter';
import { ORGANISATION_INDEX, PUBLIC } from '../organisation.search';

export interface OrganisationList {
  items: OrganisationCard[];
  total: number;
  page: number;
  pages: number;
  /** How many there would be with each choice; empty when the search engine does not answer. */
  counts: { causes: Record<string, number>; countries: Record<string, number> };
  searchDown: boolean;
}

export async function listOrganisations(ctx: Context, listing: Listing): Promise<OrganisationList> {
  if (listing.text) await takeFromLimit('searchByAddress', ctx.address);
  try {
    return await fromIndex(listing);
  } catch (error) {
    const down = error instanceof SearchUnavailable || (error instanceof AppError && error.code === 'unavailable');
    if (!down) throw error;
    log.warn({ err: error }, 'search down: organisations listed from the database');
    return fromDatabase(listing);
  }
}

async function fromIndex(listing: Listing): Promise<OrganisationList> {
  const ask = (page: number) =>
    searchEngine().search(ORGANISATION_INDEX, {
      ...(listing.text ? { text: listing.text } : { sort: [{ field: 'sort_name', dir: 'asc' as const }] }),
      facets: ['causes', 'country'],
      selected: { causes: listing.causes, country: listing.countries },
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
  let page = listing.page;
  let result = await ask(page);
  const pages = pagesOf(result.total);
  if (page > pages) result = await ask((page = pages));
  const ids = result.hits.map(({ id }) => id);
  // The index is a copy: what is no longer public is left out here.
  const found = await Organisations.find({ ...PUBLIC, _id: op({ $in: ids }) }).lean<OrganisationDocument[]>();
  const byId = new Map(found.map((document) => [document._id, document]));
  return {
    items: ids.flatMap((id) => {
      const document = byId.get(id);
      return document ? [toCard(document)] : [];
    }),
    total: result.total,
    page,
    pages,
    counts: { causes: countsOf(result.facets['causes']), countries: countsOf(result.facets['country']) },
    searchDown: false,
  };
}

async function fromDatabase(listing: Listing): Promise<OrganisationList> {
  const literally = listing.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const filter = {
    ...PUBLIC,
    ...(listing.text ? { name: op({ $regex: literally, $options: 'i' }) } : {}),
    ...(listing.causes.length > 0 ? { causes: op({ $in: listing.causes }) } : {}),
    ...(listing.countries.length > 0 ? { country: op({ $in: listing.countries }) } : {}),
  };
  const total = await Organisations.countDocuments(filter);
  const pages = pagesOf(total);
  const page = Math.min(listing.page, pages);
  const found = await Organisations.find(filter)
    .sort({ sortName: 1, _id: 1 })
    .skip((page - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .lean<OrganisationDocument[]>();
  return { items: found.map(toCard), total, page, pages, counts: { causes: {}, countries: {} }, searchDown: true };
}

const pagesOf = (total: number) => Math.max(1, Math.ceil(total / PAGE_SIZE));

function countsOf(facet: readonly { value: string; count: number }[] | undefined): Record<string, number> {
  return Object.fromEntries((facet ?? []).map(({ value, count }) => [value, count]));
}
