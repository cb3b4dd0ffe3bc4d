/** Who takes part and what each brings and asks, for other participants and the people of the floor. */
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { labelIn } from '$lib/domains/skills/labels';
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { Category } from '../../edition/edition';
import { BROWSE_PAGE_SIZE, fits, type BrowseFilter } from '../../registration/browse-filter';
import type { Item, WishKind } from '../../registration/registration';
import { mostMusts, wishFor } from '../../registration/wishes';
import { findEdition, ownRegistrations, rolesOn } from '../access';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { toEditionCard, type EditionCard } from './editions';

export interface Participant {
  id: string;
  name: string;
  kind: string;
  city: string;
  /** Delegates who agreed to be named. */
  people: string[];
  items: (Omit<Item, 'skills'> & { skills: { slug: string; label: string }[] })[];
  /** The reader's own wish; what others wish is theirs. */
  wish: WishKind | null;
  isOwn: boolean;
}

export interface BrowsePage {
  edition: EditionCard;
  categories: Category[];
  /** As whom the reader looks; null for people of the floor without a place. */
  own: { registrationId: string; organisationId: string; name: string } | null;
  others: { organisationId: string; name: string }[];
  participants: Participant[];
  total: number;
  pages: number;
  page: number;
  musts: number;
  mostMusts: number;
  /** Skills that somebody offers or asks for, by label. */
  skills: { slug: string; label: string }[];
}

/** @throws AppError not_found for everyone without a place at this edition or a task on its floor */
export async function browsePage(ctx: Context, slug: string, filter: BrowseFilter): Promise<BrowsePage> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const mine = (await ownRegistrations(ctx, edition._id)).filter(({ state }) => state === 'approved');
  if (mine.length === 0 && rolesOn(ctx, edition).length === 0) throw new AppError('not_found', 'error_not_found');
  const own = mine.find(({ organisationId }) => organisationId === filter.as) ?? mine[0] ?? null;
  const all = await Registrations.find({ editionId: edition._id, state: 'approved' }).lean<RegistrationDocument[]>();
  const labels = await skillLabels(ctx, [
    ...new Set(all.flatMap(({ items }) => items.flatMap(({ skills }) => skills))),
  ]);
  const labelOf = (skill: string) => {
    const found = labels.get(skill);
    return { slug: skill, label: found ? labelIn(found.labels, ctx.locale) : skill };
  };
  const wishes = own?.wishes ?? [];
  const found = all
    .filter((one) => fits(filter, one) && (!filter.wish || wishFor(wishes, one._id) === filter.wish))
    .sort((a, b) => a.name.localeCompare(b.name));
  const pages = Math.max(1, Math.ceil(found.length / BROWSE_PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * BROWSE_PAGE_SIZE, page * BROWSE_PAGE_SIZE);
  const cards = await organisationCards(shown.map(({ organisationId }) => organisationId));
  return {
    edition: toEditionCard(edition),
    categories: [...edition.categories],
    own: own && { registrationId: own._id, organisationId: own.organisationId, name: own.name },
    others: mine.map(({ organisationId, name }) => ({ organisationId, name })),
    participants: shown.map((one) => ({
      id: one._id,
      name: one.name,
      kind: cards.get(one.organisationId)?.kind ?? 'other',
      city: cards.get(one.organisationId)?.city ?? '',
      people: one.delegates.filter(({ isPublic }) => isPublic).map(({ name }) => name),
      items: one.items.map((item) => ({ ...item, skills: item.skills.map(labelOf) })),
      wish: wishFor(wishes, one._id),
      isOwn: mine.some(({ _id }) => _id === one._id),
    })),
    ...{ total: found.length, pages, page },
    musts: wishes.filter(({ kind }) => kind === 'must').length,
    mostMusts: mostMusts(edition),
    skills: [...labels.keys()].map(labelOf).sort((a, b) => a.label.localeCompare(b.label, ctx.locale)),
  };
}
