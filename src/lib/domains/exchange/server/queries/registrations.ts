/** One's own registration as its page shows it, with what was typed and not sent yet. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { DealState } from '../../deal/deal';
import type { DraftDelegate, DraftItem } from '../../registration/draft';
import {
  hintsFor,
  type Delegate,
  type Item,
  type RegistrationState,
  type WordingHint,
} from '../../registration/registration';
import { findEdition } from '../access';
import { Deals } from '../deal.model';
import { draftId, RegistrationDrafts, type DraftDocument } from '../registrations/draft.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { toEditionCard, type EditionCard } from './editions';

export interface RegistrationView {
  id: string;
  organisationId: string;
  name: string;
  state: RegistrationState;
  note: string;
  rev: number;
  delegates: Delegate[];
  items: (Item & { hints: WordingHint[] })[];
  submittedAt: string;
  checkedInAt: string | null;
}

export interface OwnDraft {
  delegates: DraftDelegate[];
  items: DraftItem[];
  savedAt: string;
}

export function toRegistrationView(document: RegistrationDocument): RegistrationView {
  return {
    id: document._id,
    organisationId: document.organisationId,
    name: document.name,
    state: document.state,
    note: document.note,
    rev: document.rev,
    delegates: document.delegates.map((one) => ({ ...one })),
    items: document.items.map((one) => ({ ...one, skills: [...one.skills], hints: hintsFor(one) })),
    submittedAt: document.submittedAt.toISOString(),
    checkedInAt: document.checkedInAt?.toISOString() ?? null,
  };
}

export interface OwnRegistrationPage {
  edition: EditionCard & { categories: string[]; dealsPerRequest: number; lateRule: string };
  organisation: { id: string; name: string };
  registration: RegistrationView | null;
  /** Deals that are not registered yet: a withdrawal ends them. */
  openDeals: number;
  /** Typed but not sent. */
  draft: OwnDraft | null;
  /** Labels of every skill that stands in it, by slug. */
  skillNames: Record<string, string>;
}

/** @throws AppError not_found for strangers, forbidden for viewers */
export async function ownRegistrationPage(
  ctx: Context,
  slug: string,
  organisationId: string,
): Promise<OwnRegistrationPage> {
  requireActor(ctx);
  const { organisation } = await requireMember(ctx, organisationId, 'editor');
  const edition = await findEdition(ctx, slug);
  const found = await Registrations.findOne({ editionId: edition._id, organisationId }).lean<RegistrationDocument>();
  const openDeals = found
    ? await Deals.countDocuments({
        parties: found._id,
        state: op({ $in: ['drafted', 'checked', 'confirmed'] as DealState[] }),
      })
    : 0;
  const draft = await draftFor({ editionId: edition._id, organisationId }, found?.rev ?? 0);
  const slugs = [...(found?.items ?? []), ...(draft?.items ?? [])].flatMap(({ skills }) => skills);
  const labels = await skillLabels(ctx, slugs);
  const { dealsPerRequest, lateRule } = edition;
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories], dealsPerRequest, lateRule },
    organisation: { id: organisation.id, name: organisation.name },
    registration: found ? toRegistrationView(found) : null,
    openDeals,
    draft,
    skillNames: Object.fromEntries(
      [...labels].map(([skill, { labels: words }]) => [skill, labelIn(words, ctx.locale)]),
    ),
  };
}

/** A draft of an older registration than the one that was sent is not shown again. */
async function draftFor(which: { editionId: string; organisationId: string }, rev: number): Promise<OwnDraft | null> {
  const kept = await RegistrationDrafts.findById(draftId(which)).lean<DraftDocument>();
  if (!kept || kept.rev < rev) return null;
  return {
    delegates: kept.delegates.map((one) => ({ ...one })),
    items: kept.items.map((one) => ({ ...one, skills: [...one.skills] })),
    savedAt: kept.savedAt.toISOString(),
  };
}
