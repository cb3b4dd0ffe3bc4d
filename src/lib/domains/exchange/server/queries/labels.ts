/** Names of editions and registrations by id, for lists of other domains. */
import { op } from '$lib/server/mongo';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';

export interface FloorLabel {
  name: string;
  /** Of the edition. */
  slug: string;
}

/** What is gone is left out. */
export async function editionLabels(ids: readonly string[]): Promise<Map<string, FloorLabel>> {
  if (ids.length === 0) return new Map();
  const found = await Editions.find({ _id: op({ $in: [...new Set(ids)] }) })
    .select({ name: 1, slug: 1 })
    .lean<Pick<EditionDocument, '_id' | 'name' | 'slug'>[]>();
  return new Map(found.map(({ _id, name, slug }) => [_id, { name, slug }]));
}

/** "Riverbend Alliance, Exchange floor Ghent" */
export async function registrationLabels(ids: readonly string[]): Promise<Map<string, FloorLabel>> {
  if (ids.length === 0) return new Map();
  const found = await Registrations.find({ _id: op({ $in: [...new Set(ids)] }) })
    .select({ name: 1, editionId: 1 })
    .lean<Pick<RegistrationDocument, '_id' | 'name' | 'editionId'>[]>();
  const editions = await editionLabels(found.map(({ editionId }) => editionId));
  return new Map(
    found.flatMap(({ _id, name, editionId }) => {
      const edition = editions.get(editionId);
      return edition ? [[_id, { name: `${name}, ${edition.name}`, slug: edition.slug }]] : [];
    }),
  );
}
