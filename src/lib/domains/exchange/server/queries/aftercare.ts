/** Aftercare for the organiser: how every registered deal stands, who does not answer, and where somebody should call. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import {
  CONTACT_DAYS,
  fulfilmentOf,
  sidesDisagree,
  silentParties,
  standingOf,
  STANDINGS,
  type Fulfilment,
  type Standing,
} from '../../aftercare/aftercare';
import type { DealState, FollowUp } from '../../deal/deal';
import { editionFor } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import { registrationsOf } from '../deals/parties';
import { toEditionCard, type EditionCard } from './editions';

export const CARE_VIEWS = ['call', ...STANDINGS, 'all'] as const;
export type CareView = (typeof CARE_VIEWS)[number];

export interface CareLine {
  id: string;
  number: number;
  state: DealState;
  standing: Standing;
  parties: {
    id: string;
    name: string;
    answer: FollowUp | null;
    note: string;
    answeredAt: string | null;
    silent: boolean;
  }[];
  what: string[];
  registeredAt: string;
  days: number;
  disagree: boolean;
  /** The first contact should have been by now, and nobody said that it was. */
  overdue: boolean;
}

export interface AftercarePage {
  edition: EditionCard;
  view: CareView;
  counts: Record<CareView, number>;
  fulfilment: Fulfilment;
  /** Sides that were asked and did not answer the latest question, over all sides that were asked. */
  silent: { sides: number; of: number };
  lines: CareLine[];
}

const needsCall = (line: CareLine) => line.disagree || line.overdue || line.parties.some(({ silent }) => silent);

export async function aftercarePage(ctx: Context, slug: string, view: CareView): Promise<AftercarePage> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const deals = await Deals.find({ editionId: edition._id, number: op({ $ne: null }) })
    .select({ earlier: 0, timeline: 0, signatures: 0 })
    .sort({ number: 1 })
    .lean<DealDocument[]>();
  const names = await registrationsOf(deals.flatMap(({ parties }) => parties));
  const lines = deals.flatMap((deal) => lineOf(deal, (id) => names.get(id)?.name ?? '–', ctx.now));
  const of = (wanted: CareView) =>
    lines.filter((line) => wanted === 'all' || (wanted === 'call' ? needsCall(line) : line.standing === wanted));
  const asked = deals.filter((deal) => deal.asked.length > 0);
  return {
    edition: toEditionCard(edition),
    view,
    counts: Object.fromEntries(CARE_VIEWS.map((each) => [each, of(each).length])) as AftercarePage['counts'],
    fulfilment: fulfilmentOf(deals.map(({ state }) => state)),
    silent: {
      sides: asked.reduce((sum, deal) => sum + silentParties(deal).length, 0),
      of: asked.reduce((sum, deal) => sum + deal.parties.length, 0),
    },
    lines: of(view),
  };
}

function lineOf(deal: DealDocument, nameOf: (id: string) => string, now: Date): CareLine[] {
  const standing = standingOf(deal.state);
  if (!standing || !deal.registeredAt || deal.number === null) return [];
  const silent = new Set(silentParties(deal));
  const days = Math.floor((now.getTime() - deal.registeredAt.getTime()) / DAY);
  const parties = deal.parties.map((id) => {
    const answer = deal.answers.find(({ registrationId }) => registrationId === id);
    return {
      id,
      name: nameOf(id),
      answer: answer?.step ?? null,
      note: answer?.note ?? '',
      answeredAt: answer?.at.toISOString() ?? null,
      silent: silent.has(id),
    };
  });
  return [
    {
      ...{ id: deal._id, number: deal.number, state: deal.state, standing, parties, days },
      what: deal.legs.map(({ what }) => what),
      registeredAt: deal.registeredAt.toISOString(),
      disagree: sidesDisagree(deal.answers),
      overdue: deal.state === 'registered' && days > CONTACT_DAYS,
    },
  ];
}
