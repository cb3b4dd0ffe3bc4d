/** Deals as their pages show them: the broker's desk, the notary's queue, one deal, and those of an organisation. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DEAL_STEPS, FOLLOW_UPS, mayStep, valueOf, type DealState, type DealStep, type Leg } from '../../deal/deal';
import { mayActAs, type Category, type FloorRole } from '../../edition/edition';
import { editionFor, findEdition, ownRegistrations, rolesOn } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import { findDeal } from '../deals/change-deal';
import { registrationsOf, requireSight } from '../deals/parties';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { toEditionCard, type EditionCard } from './editions';

export interface LegView extends Leg {
  giverName: string;
  receiverName: string;
}

export interface DealLine {
  id: string;
  number: number | null;
  state: DealState;
  legs: LegView[];
  value: number;
  createdAt: string;
  missing: string[];
}

export async function toDealLines(deals: readonly DealDocument[]): Promise<DealLine[]> {
  const names = await registrationsOf(
    deals.flatMap(({ parties, legs }) => [...parties, ...legs.map((one) => one.giver)]),
  );
  const nameOf = (id: string) => names.get(id)?.name ?? '–';
  return deals.map((deal) => ({
    id: deal._id,
    number: deal.number,
    state: deal.state,
    legs: legsOf(deal.legs, nameOf),
    value: valueOf(deal.legs),
    createdAt: deal.createdAt.toISOString(),
    missing: deal.parties.filter((id) => !deal.signatures.some((one) => one.registrationId === id)).map(nameOf),
  }));
}

function legsOf(legs: readonly Leg[], nameOf: (id: string) => string): LegView[] {
  return legs.map((leg) => ({ ...leg, giverName: nameOf(leg.giver), receiverName: nameOf(leg.receiver) }));
}

export interface IntakePage {
  edition: EditionCard & { categories: Category[]; reciprocity: string; closesAt: string };
  organisations: { id: string; name: string; here: boolean }[];
  requests: { id: string; registrationId: string; organisation: string; title: string }[];
  /** Deals of this broker that still need something. */
  own: DealLine[];
}

export async function intakePage(ctx: Context, slug: string): Promise<IntakePage> {
  const edition = await editionFor(ctx, slug, 'broker');
  const approved = await Registrations.find({ editionId: edition._id, state: 'approved' }).lean<
    RegistrationDocument[]
  >();
  approved.sort((a, b) => a.name.localeCompare(b.name));
  const open = await Deals.find({
    editionId: edition._id,
    brokerId: ctx.actor?.personId ?? null,
    state: op({ $in: ['drafted', 'checked'] as DealState[] }),
  })
    .sort({ createdAt: -1 })
    .limit(20)
    .lean<DealDocument[]>();
  const { categories, reciprocity, endsAt } = edition;
  return {
    edition: { ...toEditionCard(edition), categories: [...categories], reciprocity, closesAt: endsAt.toISOString() },
    organisations: approved.map(({ _id, name, checkedInAt }) => ({ id: _id, name, here: checkedInAt !== null })),
    requests: approved.flatMap(({ _id, name, items }) =>
      items
        .filter(({ side }) => side === 'request')
        .map(({ id, title }) => ({ id, registrationId: _id, organisation: name, title })),
    ),
    own: await toDealLines(open),
  };
}

export interface NotaryPage {
  edition: EditionCard;
  queue: DealLine[];
  /** On the way: with the broker, or waiting for a signature. */
  coming: number;
  registered: number;
}

export async function notaryPage(ctx: Context, slug: string): Promise<NotaryPage> {
  const edition = await editionFor(ctx, slug, 'valuer');
  const queue = await Deals.find({ editionId: edition._id, state: 'confirmed' })
    .sort({ createdAt: 1 })
    .limit(50)
    .lean<DealDocument[]>();
  const editionId = edition._id;
  const coming = await Deals.countDocuments({ editionId, state: op({ $in: ['drafted', 'checked'] as DealState[] }) });
  const registered = await Deals.countDocuments({ editionId, registeredAt: op({ $ne: null }) });
  return { edition: toEditionCard(edition), queue: await toDealLines(queue), coming, registered };
}

export interface DealPage extends DealLine {
  edition: EditionCard & { reciprocity: string; categories: Category[] };
  version: number;
  parties: { id: string; name: string; signedBy: string | null; how: string | null; mine: boolean }[];
  contactBy: string | null;
  contactDay: string | null;
  reason: string;
  roles: FloorRole[];
  steps: DealStep[];
  registeredAt: string | null;
  earlier: { version: number; legs: LegView[]; reason: string; at: string }[];
  timeline: { what: string; at: string; by: string | null; note: string | null }[];
}

export async function dealPage(ctx: Context, dealId: string): Promise<DealPage> {
  const { deal, edition } = await findDeal(dealId);
  const own = await requireSight(ctx, deal, edition);
  const [line] = await toDealLines([deal]);
  const everyone = [
    ...deal.parties,
    ...deal.earlier.flatMap(({ legs }) => legs.flatMap((one) => [one.giver, one.receiver])),
  ];
  const registrations = await registrationsOf(everyone);
  const nameOf = (id: string) => registrations.get(id)?.name ?? '–';
  const people = await personCards(deal.timeline.flatMap(({ by }) => (by ? [by] : [])));
  const roles = rolesOn(ctx, edition);
  return {
    ...(line as DealLine),
    edition: { ...toEditionCard(edition), reciprocity: edition.reciprocity, categories: [...edition.categories] },
    version: deal.version,
    parties: deal.parties.map((id) => {
      const signature = deal.signatures.find((one) => one.registrationId === id);
      return {
        id,
        name: nameOf(id),
        signedBy: signature?.name ?? null,
        how: signature?.how ?? null,
        mine: own.includes(id),
      };
    }),
    contactBy: deal.contactBy ? nameOf(deal.contactBy) : null,
    contactDay: deal.contactDay,
    reason: deal.reason,
    roles,
    steps: stepsFor(deal.state, own.length > 0, roles),
    registeredAt: deal.registeredAt?.toISOString() ?? null,
    earlier: deal.earlier.map(({ version, legs, reason, at }) => ({
      version,
      legs: legsOf(legs, nameOf),
      reason,
      at: at.toISOString(),
    })),
    timeline: deal.timeline.map(({ what, at, by, note }) => ({
      what,
      at: at.toISOString(),
      by: by ? (people.get(by)?.name ?? null) : null,
      note,
    })),
  };
}

function stepsFor(state: DealState, isParty: boolean, roles: readonly FloorRole[]): DealStep[] {
  const broker = mayActAs(roles, 'broker');
  const notary = mayActAs(roles, 'notary');
  const isAllowed = (step: DealStep): boolean => {
    if (step === 'sign') return isParty || broker;
    if (step === 'withdraw') return isParty;
    if (step === 'check') return broker;
    if (step === 'reject') return broker || notary;
    if (step === 'register') return notary;
    if (step === 'edit') return mayActAs(roles, 'valuer') || (broker && !mayStep(state, 'done'));
    return (FOLLOW_UPS as readonly string[]).includes(step) && (isParty || mayActAs(roles, 'organiser'));
  };
  return (Object.keys(DEAL_STEPS) as DealStep[]).filter((step) => mayStep(state, step) && isAllowed(step));
}

/** The reader's own deals in an edition, what needs her first. */
export async function ownDeals(ctx: Context, slug: string): Promise<{ edition: EditionCard; deals: DealLine[] }> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const own = await ownRegistrations(ctx, edition._id);
  const found = await Deals.find({ editionId: edition._id, parties: op({ $in: own.map(({ _id }) => _id) }) })
    .sort({ createdAt: -1 })
    .limit(200)
    .lean<DealDocument[]>();
  return { edition: toEditionCard(edition), deals: await toDealLines(found) };
}
