/** Deals as their pages show them: one deal, those of an organisation, and all of a floor. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import {
  DEAL_STEPS,
  FOLLOW_UPS,
  isOver,
  mayStep,
  valueOf,
  type DealState,
  type DealStep,
  type Leg,
  type SignedHow,
} from '../../deal/deal';
import { mayActAs, type Category, type FloorRole } from '../../edition/edition';
import { findEdition, ownRegistrations, rolesOn } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import { findDeal } from '../deals/change-deal';
import { registrationsOf, requireSight } from '../deals/parties';
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
  version: number;
  createdAt: string;
  /** Sides whose signature is missing. */
  missing: string[];
  signed: { organisation: string; name: string; how: SignedHow }[];
  contactBy: string | null;
  contactDay: string | null;
  /** A valuer has looked at this version. */
  isValued: boolean;
  /** Why it was rejected, or cannot be. */
  reason: string;
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
    version: deal.version,
    createdAt: deal.createdAt.toISOString(),
    signed: deal.signatures.map(({ registrationId, name, how }) => ({
      organisation: nameOf(registrationId),
      name,
      how,
    })),
    contactBy: deal.contactBy ? nameOf(deal.contactBy) : null,
    contactDay: deal.contactDay,
    isValued: deal.valued?.version === deal.version,
    reason: deal.reason,
    missing: deal.parties.filter((id) => !deal.signatures.some((one) => one.registrationId === id)).map(nameOf),
  }));
}

function legsOf(legs: readonly Leg[], nameOf: (id: string) => string): LegView[] {
  return legs.map((leg) => ({ ...leg, giverName: nameOf(leg.giver), receiverName: nameOf(leg.receiver) }));
}

export interface DealPage extends DealLine {
  edition: EditionCard & { reciprocity: string; categories: Category[] };
  parties: { id: string; name: string; signedBy: string | null; how: SignedHow | null; mine: boolean }[];
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

export interface DealsPage {
  edition: EditionCard;
  /** Of the reader's organisations, what needs her first. */
  mine: DealLine[];
  /** For those who run the floor: every deal, a page at a time. */
  all: { lines: DealLine[]; page: number; pages: number; counts: Partial<Record<DealState, number>> } | null;
}

const PER_PAGE = 25;

/** @throws AppError not_found for who takes no part and has no task */
export async function dealsPage(
  ctx: Context,
  slug: string,
  { state, page }: { state: DealState | null; page: number },
): Promise<DealsPage> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const own = await ownRegistrations(ctx, edition._id);
  const isStaff = rolesOn(ctx, edition).length > 0;
  if (own.length === 0 && !isStaff) throw new AppError('not_found', 'error_not_found');
  const found = await Deals.find({ editionId: edition._id, parties: op({ $in: own.map(({ _id }) => _id) }) })
    .sort({ createdAt: -1 })
    .limit(200)
    .lean<DealDocument[]>();
  const urgent = (deal: DealDocument) => (deal.state === 'checked' ? 0 : isOver(deal.state) ? 2 : 1);
  found.sort((a, b) => urgent(a) - urgent(b));
  return {
    edition: toEditionCard(edition),
    mine: await toDealLines(found),
    all: isStaff ? await everyDeal(edition._id, state, page) : null,
  };
}

async function everyDeal(editionId: string, state: DealState | null, page: number): Promise<DealsPage['all']> {
  const states = await Deals.find({ editionId }).select({ state: 1 }).lean<Pick<DealDocument, 'state'>[]>();
  const counts: Partial<Record<DealState, number>> = {};
  for (const one of states) counts[one.state] = (counts[one.state] ?? 0) + 1;
  const wanted = state ? (counts[state] ?? 0) : states.length;
  const pages = Math.max(1, Math.ceil(wanted / PER_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const lines = await Deals.find({ editionId, ...(state ? { state } : {}) })
    .sort({ createdAt: -1 })
    .skip((at - 1) * PER_PAGE)
    .limit(PER_PAGE)
    .lean<DealDocument[]>();
  return { lines: await toDealLines(lines), page: at, pages, counts };
}
