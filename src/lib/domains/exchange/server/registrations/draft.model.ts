/** The collection of unfinished registrations: one for each organisation and edition, gone once it is sent. */
import { defineModel, documentSchema, op, partSchema } from '$lib/server/mongo';
import type { DraftDelegate, DraftItem } from '../../registration/draft';

export interface DraftDocument {
  /** `edition:organisation` */
  _id: string;
  editionId: string;
  organisationId: string;
  /** Of the registration that the form was filled from: an older one is not shown again. */
  rev: number;
  delegates: DraftDelegate[];
  items: DraftItem[];
  savedAt: Date;
}

const typed = { type: String, default: '' };
const schema = documentSchema<DraftDocument>({
  editionId: { type: String, required: true },
  organisationId: { type: String, required: true },
  rev: { type: Number, required: true },
  delegates: {
    type: [
      partSchema({
        ...{ id: typed, name: typed, email: typed, from: typed, until: typed, isPublic: typed, photoConsent: typed },
      }),
    ],
    default: [],
  },
  items: {
    type: [
      partSchema({
        ...{ id: typed, side: typed, category: typed, title: typed, text: typed, quantity: typed, unit: typed },
        ...{ period: typed, place: typed, counter: typed, estimate: typed },
        skills: { type: [String], default: [] },
      }),
    ],
    default: [],
  },
  savedAt: { type: Date, required: true },
});
// Forgotten with the day of the edition.
schema.index({ editionId: 1 });
// What is kept about a person.
schema.index({ 'delegates.email': 1 });

export const RegistrationDrafts = defineModel<DraftDocument>('RegistrationDraft', schema, 'exchange_drafts');

interface Which {
  editionId: string;
  organisationId: string;
}

export const draftId = ({ editionId, organisationId }: Which): string => `${editionId}:${organisationId}`;

export async function forgetDraft(which: Which): Promise<void> {
  await RegistrationDrafts.deleteOne({ _id: draftId(which) });
}

/** Which of these organisations have begun to write. */
export async function draftsOf(editionId: string, organisations: readonly string[]): Promise<Set<string>> {
  if (organisations.length === 0) return new Set();
  const ids = organisations.map((organisationId) => draftId({ editionId, organisationId }));
  const found = await RegistrationDrafts.find({ _id: op({ $in: ids }) })
    .select({ organisationId: 1 })
    .lean<Pick<DraftDocument, 'organisationId'>[]>();
  return new Set(found.map(({ organisationId }) => organisationId));
}
