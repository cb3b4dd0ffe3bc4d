/** The index `organisations`: verified NGOs, found by name, purpose, causes, country, city and languages. */
import { causeName } from '$lib/domains/skills/cause';
import { languageName } from '$lib/domains/skills/language';
import { countryName } from '$lib/domains/skills/place';
import { op } from '$lib/server/mongo';
import { registerIndex } from '$lib/server/search-access';
import type { IndexSettings, SearchDocument } from '$lib/server/search/search-port';
import { LOCALES } from '$lib/shared/locale';
import { Organisations, type OrganisationDocument } from './organisation.model';

export const ORGANISATION_INDEX = 'organisations';

const settings: IndexSettings = {
  name: ORGANISATION_INDEX,
  searchable: [
    { field: 'name', weight: 10 },
    { field: 'city', weight: 4 },
    { field: 'country_names', weight: 3 },
    { field: 'cause_names', weight: 3 },
    { field: 'purpose', weight: 2 },
    { field: 'language_names', weight: 1 },
  ],
  filterable: { causes: 'string', country: 'string' },
  facets: ['causes', 'country'],
  sortable: { sort_name: 'string' },
  geo: false,
  locales: [...LOCALES],
};

/** Only what everyone may see is in the index. */
export const PUBLIC = { state: 'verified', kind: 'ngo', mergedInto: null } as const;

const INDEXED = { name: 1, sortName: 1, purpose: 1, causes: 1, country: 1, city: 1, languages: 1 } as const;
type Indexed = Pick<OrganisationDocument, '_id' | keyof typeof INDEXED>;

const inEveryLanguage = (name: (locale: string) => string) => [...new Set(LOCALES.map(name))];

function toDocument(organisation: Indexed): SearchDocument {
  return {
    id: organisation._id,
    name: organisation.name,
    sort_name: organisation.sortName,
    purpose: organisation.purpose,
    city: organisation.city,
    country: organisation.country,
    country_names: inEveryLanguage((locale) => countryName(organisation.country, locale)),
    causes: [...organisation.causes],
    cause_names: organisation.causes.flatMap((cause) => inEveryLanguage((locale) => causeName(cause, locale))),
    language_names: organisation.languages.flatMap((code) => inEveryLanguage((locale) => languageName(code, locale))),
  };
}

async function load(ids: readonly string[]): Promise<SearchDocument[]> {
  const found = await Organisations.find({ ...PUBLIC, _id: op({ $in: [...ids] }) }, INDEXED).lean<Indexed[]>();
  return found.map(toDocument);
}

const BATCH = 500;

async function* all(): AsyncGenerator<SearchDocument[]> {
  for (let last = ''; ;) {
    const batch = await Organisations.find({ ...PUBLIC, _id: op({ $gt: last }) }, INDEXED)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Indexed[]>();
    if (batch.length > 0) yield batch.map(toDocument);
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end._id;
  }
}

export function registerOrganisationIndex(): void {
  registerIndex({ settings, load, all });
}
