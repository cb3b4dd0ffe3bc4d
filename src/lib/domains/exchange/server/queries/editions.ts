/** Editions as their pages show them: the list, the public page, and the organiser's desk. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { isAdministrator, type Context } from '$lib/server/context';
import { renderMarkdown } from '$lib/server/markdown';
import {
  isPublic,
  stepsFrom,
  type EditionSettings,
  type EditionState,
  type EditionStep,
  type FloorRole,
  type StaffMember,
} from '../../edition/edition';
import type { RegistrationState } from '../../registration/registration';
import type { FloorFrame } from '../../edition/floor-rooms';
import { editionFor, findEdition, rolesOn } from '../access';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { draftsOf } from '../registrations/draft.model';
import { floorFrame } from './floor-frame';
import { lateGong, type LateView } from './schedule/repair-view';

export interface EditionCard {
  slug: string;
  name: string;
  city: string;
  venue: string;
  state: EditionState;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  places: number;
  capacity: number;
}

export function toEditionCard(edition: EditionDocument): EditionCard {
  const { slug, name, city, venue, state, timeZone, capacity } = edition;
  return {
    ...{ slug, name, city, venue, state, timeZone, capacity },
    startsAt: edition.startsAt.toISOString(),
    endsAt: edition.endsAt.toISOString(),
    places: edition.places.length,
  };
}

/** The latest first; editions in preparation for their own people only. */
export async function listEditions(ctx: Context): Promise<{ editions: EditionCard[]; mayCreate: boolean }> {
  const found = await Editions.find().sort({ startsAt: -1 }).limit(100).lean<EditionDocument[]>();
  const seen = found.filter((edition) => isPublic(edition.state) || rolesOn(ctx, edition).length > 0);
  return { editions: seen.map(toEditionCard), mayCreate: ctx.actor !== null && isAdministrator(ctx) };
}

export interface EditionPage extends EditionCard {
  intro: string;
  /** Harmless HTML made of the organiser's Markdown. */
  introHtml: string;
  mode: EditionSettings['mode'];
  categories: EditionSettings['categories'];
  reciprocity: EditionSettings['reciprocity'];
  dealsPerRequest: number;
  lateRule: string;
  roles: FloorRole[];
  /** The reader's own organisations: registered, begun or neither. */
  mine: { organisationId: string; name: string; state: RegistrationState | null; hasDraft: boolean }[];
  /** Minutes by which all rounds begin later than announced. */
  roundsMovedBy: number;
  participants: { name: string; offers: number; requests: number; people: string[] }[];
  frame: FloorFrame;
}

export async function editionPage(ctx: Context, slug: string): Promise<EditionPage> {
  const edition = await findEdition(ctx, slug);
  const memberships = ctx.actor ? await membershipsOf(ctx.actor.personId) : [];
  const frame = await floorFrame(ctx, slug);
  const own = new Map(frame.mine.map((one) => [one.organisationId, one.state]));
  const drafts = await draftsOf(
    edition._id,
    memberships.map(({ organisationId }) => organisationId),
  );
  const approved = await Registrations.find({ editionId: edition._id, state: 'approved' })
    .select({ name: 1, items: 1, delegates: 1 })
    .lean<Pick<RegistrationDocument, 'name' | 'items' | 'delegates'>[]>();
  const count = (items: RegistrationDocument['items'], side: string) => items.filter((one) => one.side === side).length;
  const { intro, mode, categories, reciprocity, dealsPerRequest, lateRule } = edition;
  return {
    ...toEditionCard(edition),
    introHtml: intro ? renderMarkdown(intro) : '',
    ...{ intro, mode, reciprocity, dealsPerRequest, lateRule },
    categories: [...categories],
    roles: rolesOn(ctx, edition),
    roundsMovedBy: (await lateGong(edition))?.movedBy ?? 0,
    mine: memberships
      .filter(({ role }) => roleAtLeast(role, 'editor'))
      .map(({ organisationId, name }) => ({
        organisationId,
        name,
        state: own.get(organisationId) ?? null,
        hasDraft: drafts.has(organisationId),
      })),
    participants: approved
      .map(({ name, items, delegates }) => ({
        name,
        offers: count(items, 'offer'),
        requests: count(items, 'request'),
        people: delegates.filter(({ isPublic: agreed }) => agreed).map((one) => one.name),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    frame,
  };
}

export interface Desk extends EditionCard {
  settings: Omit<EditionSettings, 'startsAt' | 'endsAt'>;
  steps: EditionStep[];
  staff: (StaffMember & { name: string })[];
  /** New or corrected registrations, before the organiser. */
  waiting: number;
  /** Registrations in which the organiser asked for changes. */
  asked: number;
  /** Whether those of the edition before were asked to come again; null where there was none. */
  guests: { askedAt: string | null } | null;
  /** Whether rounds should follow a gong that was struck late, or do. */
  late: LateView | null;
}

/** For organisers. */
export async function organiserDesk(ctx: Context, slug: string): Promise<Desk> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const people = await personCards(edition.staff.map(({ personId }) => personId));
  const countOf = (state: RegistrationState) => Registrations.countDocuments({ editionId: edition._id, state });
  const [waiting, asked] = await Promise.all([countOf('submitted'), countOf('changes_requested')]);
  const { name, city, venue, timeZone, intro, mode, offerColour, requestColour, reciprocity } = edition;
  const { dealsPerRequest, capacity, lateRule } = edition;
  return {
    ...toEditionCard(edition),
    settings: {
      ...{ name, city, venue, timeZone, intro, mode, offerColour, requestColour, reciprocity },
      ...{ dealsPerRequest, capacity, lateRule },
      categories: [...edition.categories],
    },
    steps: stepsFrom(edition.state),
    staff: edition.staff.map(({ personId, role, corner }) => ({
      personId,
      role,
      corner,
      name: people.get(personId)?.name ?? '–',
    })),
    waiting,
    asked,
    late: await lateGong(edition),
    guests: edition.copiedFrom ? { askedAt: edition.guestsInvitedAt?.toISOString() ?? null } : null,
  };
}
