/** Editions and registrations for tests, through the commands. */
import type { EditionSettings, EditionStep } from '../../../src/lib/domains/exchange/edition/edition';
import type { RegistrationContent } from '../../../src/lib/domains/exchange/registration/registration-input';
import { createEdition as createThroughCommand } from '../../../src/lib/domains/exchange/server/commands/editions/create-edition';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { decideRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/decide-registration';
import { saveRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/save-registration';
import { Editions, type EditionDocument } from '../../../src/lib/domains/exchange/server/edition.model';
import { Registrations, type RegistrationDocument } from '../../../src/lib/domains/exchange/server/registration.model';
import type { SignedIn } from '../../../src/lib/server/context';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson } from '../contexts';
import { createPendingOrganisation, createSomePerson, type CreatedOrganisation } from './organisations';

let count = 0;

export function anEdition(overrides: Partial<EditionSettings> = {}): EditionSettings {
  return {
    name: `Exchange floor ${++count} ${Math.random().toString(36).slice(2, 8)}`,
    city: 'Ghent',
    venue: 'Town hall',
    startsAt: new Date('2027-03-12T16:00:00Z'),
    endsAt: new Date('2027-03-12T18:00:00Z'),
    timeZone: 'Europe/Brussels',
    intro: '',
    mode: 'mingling',
    categories: ['hands', 'knowledge', 'means', 'space', 'network'],
    offerColour: 'teal',
    requestColour: 'orange',
    reciprocity: 'encouraged',
    dealsPerRequest: 5,
    capacity: 120,
    lateRule: '',
    ...overrides,
  };
}

export interface CreatedEdition {
  id: string;
  slug: string;
  organiserId: string;
  byOrganiser: () => Promise<SignedIn>;
}

const WAY: Record<'draft' | 'open' | 'closed' | 'floor_open', EditionStep[]> = {
  draft: [],
  open: ['open_registration'],
  closed: ['open_registration', 'close_registration'],
  floor_open: ['open_registration', 'open_floor'],
};

/** Takes registrations unless said otherwise; its organiser is an administrator. */
export async function createEdition(
  settings: Partial<EditionSettings> = {},
  state: keyof typeof WAY = 'open',
): Promise<CreatedEdition> {
  const organiser = await createSomePerson({ platformRoles: ['administrator'] });
  const byOrganiser = () => asPerson(organiser.id);
  const { id, slug } = await createThroughCommand(await byOrganiser(), anEdition(settings));
  const edition = { id, slug, organiserId: organiser.id, byOrganiser };
  for (const step of WAY[state]) await moveEdition(await byOrganiser(), slug, step);
  return edition;
}

export function anItem(
  overrides: Partial<RegistrationContent['items'][number]> = {},
): RegistrationContent['items'][number] {
  return {
    id: '',
    side: 'offer',
    category: 'hands',
    title: 'Hands for a day',
    text: 'Two colleagues help for a day in May and bring their own tools.',
    quantity: 2,
    unit: 'people',
    period: 'May',
    place: 'Ghent',
    counter: '',
    estimate: 400,
    skills: [],
    ...overrides,
  };
}

export function aDelegate(
  overrides: Partial<RegistrationContent['delegates'][number]> = {},
): RegistrationContent['delegates'][number] {
  return {
    id: '',
    name: `Delegate ${++count}`,
    email: '',
    from: null,
    until: null,
    isPublic: false,
    photoConsent: false,
    ...overrides,
  };
}

export interface CreatedRegistration {
  id: string;
  organisation: CreatedOrganisation;
  name: string;
  offerId: string;
  requestId: string;
  delegateId: string;
  /** The organisation's owner, who may act for it. */
  byMember: () => Promise<SignedIn>;
}

/** With an offer, a request and a delegate; approved unless said otherwise. */
export async function createRegistration(
  edition: CreatedEdition,
  options: {
    organisation?: CreatedOrganisation;
    items?: RegistrationContent['items'];
    delegates?: RegistrationContent['delegates'];
    approved?: boolean;
  } = {},
): Promise<CreatedRegistration> {
  const organisation = options.organisation ?? (await createPendingOrganisation());
  const byMember = () => asPerson(organisation.ownerId);
  const { id } = await saveRegistration(await byMember(), edition.slug, {
    organisationId: organisation.id,
    rev: 0,
    items: options.items ?? [anItem(), anItem({ side: 'request', title: 'A room for our meeting', category: 'space' })],
    delegates: options.delegates ?? [aDelegate()],
  });
  if (options.approved ?? true)
    await decideRegistration(await edition.byOrganiser(), edition.slug, {
      registration: id,
      decision: 'approve',
      note: '',
    });
  const { name, items, delegates } = await readRegistration(id);
  const idOf = (side: string) => items.find((item) => item.side === side)?.id ?? '';
  return {
    ...{ id, organisation, name, byMember },
    offerId: idOf('offer'),
    requestId: idOf('request'),
    delegateId: delegates[0]?.id ?? '',
  };
}

/** Many that wait for the organiser, of organisations that matter to nobody: written straight into the store, for races. */
export async function insertSubmitted(edition: CreatedEdition, many: number): Promise<string[]> {
  const at = new Date();
  const documents = Array.from({ length: many }, (_, index) => ({
    _id: newId(at),
    editionId: edition.id,
    organisationId: newId(at),
    name: `Organisation ${index}`,
    state: 'submitted' as const,
    submittedAt: new Date(at.getTime() + index),
    delegates: [],
    items: [],
  }));
  await Registrations.insertMany(documents);
  return documents.map(({ _id }) => _id);
}

export async function readRegistration(id: string): Promise<RegistrationDocument> {
  const found = await Registrations.findById(id).lean<RegistrationDocument>();
  if (!found) throw new Error(`no registration ${id}`);
  return found;
}

export async function readEdition(id: string): Promise<EditionDocument> {
  const found = await Editions.findById(id).lean<EditionDocument>();
  if (!found) throw new Error(`no edition ${id}`);
  return found;
}
