/** Organisations that may be the same as a given one: alike in name, or with the same website or register number. */
import { op } from '$lib/server/mongo';
import { hostOf, type OrganisationState } from '../../organisation';
import { SIMILAR_FROM, nameSimilarity, nameTokens } from '../../similar-name';
import { Organisations, type OrganisationDocument } from '../organisation.model';

export interface PossibleDuplicate {
  id: string;
  slug: string;
  name: string;
  country: string;
  state: OrganisationState;
  same: ('name' | 'website' | 'register')[];
}

type Read = Pick<
  OrganisationDocument,
  '_id' | 'slug' | 'name' | 'country' | 'state' | 'websiteHost' | 'registerNumber'
>;

export async function possibleDuplicates(of: {
  id?: string;
  name: string;
  website: string | null;
  registerNumber: string | null;
}): Promise<PossibleDuplicate[]> {
  const host = hostOf(of.website);
  const found = await Organisations.find({
    $or: [
      { nameTokens: op({ $in: nameTokens(of.name) }) },
      ...(host ? [{ websiteHost: host }] : []),
      ...(of.registerNumber ? [{ registerNumber: of.registerNumber }] : []),
    ],
    mergedInto: null,
    ...(of.id ? { _id: op({ $ne: of.id }) } : {}),
  })
    .select({ slug: 1, name: 1, country: 1, state: 1, websiteHost: 1, registerNumber: 1 })
    .limit(1000)
    .lean<Read[]>();
  return found
    .map((other) => ({ other, closeness: nameSimilarity(of.name, other.name) }))
    .map(({ other, closeness }) => ({
      closeness,
      duplicate: {
        id: other._id,
        slug: other.slug,
        name: other.name,
        country: other.country,
        state: other.state,
        same: [
          ...(closeness >= SIMILAR_FROM ? (['name'] as const) : []),
          ...(host !== null && other.websiteHost === host ? (['website'] as const) : []),
          ...(of.registerNumber !== null && other.registerNumber === of.registerNumber ? (['register'] as const) : []),
        ],
      },
    }))
    .filter(({ duplicate }) => duplicate.same.length > 0)
    .sort((a, b) => b.duplicate.same.length - a.duplicate.same.length || b.closeness - a.closeness)
    .slice(0, 10)
    .map(({ duplicate }) => duplicate);
}

/** For whoever is about to enter an organisation: names only of those that are public anyway. */
export async function similarOrganisations(
  name: string,
): Promise<{ known: { slug: string; name: string }[]; hidden: boolean }> {
  const alike = await possibleDuplicates({ name, website: null, registerNumber: null });
  return {
    known: alike.filter(({ state }) => state === 'verified').map((other) => ({ slug: other.slug, name: other.name })),
    hidden: alike.some(({ state }) => state !== 'verified'),
  };
}
