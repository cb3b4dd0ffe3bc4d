/** Registrations as their pages show them: one's own form, the organiser's queue, and the list at the door. */
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { DealState } from '../../deal/deal';
import {
  hintsFor,
  type Delegate,
  type Item,
  type RegistrationState,
  type WordingHint,
} from '../../registration/registration';
import type { FloorRole } from '../../edition/edition';
import { editionFor, editionForStaff, findEdition, rolesOn } from '../access';
import { Deals } from '../deal.model';
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

export function toRegistrationView(document: RegistrationDocument): RegistrationView {
  return {
    id: document._id,
    organisationId: document.organisationId,
    name: document.name,
    state: document.state,
    note: document.note,
    rev: document.rev,
    delegates: document.delegates.map((one) => ({ ...one })),
    items: document.items.map((one) => ({ ...one, hints: hintsFor(one) })),
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
  const { dealsPerRequest, lateRule } = edition;
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories], dealsPerRequest, lateRule },
    organisation: { id: organisation.id, name: organisation.name },
    registration: found ? toRegistrationView(found) : null,
    openDeals,
  };
}

export interface QueuePage {
  edition: EditionCard;
  waiting: (RegistrationView & { kind: string; city: string })[];
  counts: Record<RegistrationState, number>;
  decided: { id: string; name: string; state: RegistrationState }[];
}

export async function registrationQueue(ctx: Context, slug: string): Promise<QueuePage> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const all = await Registrations.find({ editionId: edition._id })
    .sort({ submittedAt: 1 })
    .lean<RegistrationDocument[]>();
  const open = all.filter(({ state }) => state === 'submitted');
  const cards = await organisationCards(open.map(({ organisationId }) => organisationId));
  const counts = { submitted: 0, changes_requested: 0, approved: 0, waitlisted: 0, refused: 0, withdrawn: 0 };
  for (const { state } of all) counts[state] += 1;
  return {
    edition: toEditionCard(edition),
    waiting: open.map((one) => {
      const card = cards.get(one.organisationId);
      return { ...toRegistrationView(one), kind: card?.kind ?? 'other', city: card?.city ?? '' };
    }),
    counts,
    decided: all
      .filter(({ state }) => state !== 'submitted')
      .map(({ _id, name, state }) => ({ id: _id, name, state }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

export interface DoorPage {
  edition: EditionCard;
  expected: { id: string; name: string; delegates: string[]; checkedInAt: string | null }[];
  arrived: number;
  roles: FloorRole[];
}

/** For everybody who works on the floor: who is expected, and who is there. */
export async function doorPage(ctx: Context, slug: string, text: string): Promise<DoorPage> {
  const edition = await editionForStaff(ctx, slug);
  const all = await Registrations.find({ editionId: edition._id, state: 'approved' }).lean<RegistrationDocument[]>();
  const wanted = text.trim().toLowerCase();
  const fits = ({ name, delegates }: RegistrationDocument) =>
    [name, ...delegates.map((one) => one.name)].some((words) => words.toLowerCase().includes(wanted));
  return {
    edition: toEditionCard(edition),
    expected: all
      .filter(fits)
      .map(({ _id, name, delegates, checkedInAt }) => ({
        id: _id,
        name,
        delegates: delegates.map((one) => one.name),
        checkedInAt: checkedInAt?.toISOString() ?? null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    arrived: all.filter(({ checkedInAt }) => checkedInAt).length,
    roles: rolesOn(ctx, edition),
  };
}
