/** The public list of organisations as its address says it: words, causes, countries, page. Pure. */
import { isCause, type CauseSlug } from '$lib/domains/skills/cause';
import { isCountry, type CountryCode } from '$lib/domains/skills/place';

export const PAGE_SIZE = 20;
const MAX_PAGE = 500;
const MAX_TEXT = 120;

export interface Listing {
  text: string;
  causes: CauseSlug[];
  countries: CountryCode[];
  page: number;
}

/** Unknown values are left out and the page is clamped: an address never breaks the list. */
export function listingOf(params: URLSearchParams): Listing {
  const page = /^\d{1,6}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1;
  return {
    text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
    causes: [...new Set(params.getAll('cause').filter(isCause))],
    countries: [...new Set(params.getAll('country').filter(isCountry))],
    page: Math.min(Math.max(page, 1), MAX_PAGE),
  };
}

/** The query that leads to this list again, `''` for the plain one. */
export function listingQuery(listing: Listing): string {
  const params = new URLSearchParams();
  if (listing.text) params.set('q', listing.text);
  for (const cause of listing.causes) params.append('cause', cause);
  for (const country of listing.countries) params.append('country', country);
  if (listing.page > 1) params.set('page', String(listing.page));
  const query = params.toString();
  return query && `?${query}`;
}

/** The same list without one of its choices, from its first page. */
export function withoutChoice(listing: Listing, value: string): Listing {
  return {
    ...listing,
    causes: listing.causes.filter((cause) => cause !== value),
    countries: listing.countries.filter((country) => country !== value),
    page: 1,
  };
}
