/** The results of an edition: figures from the register, what became of the deals, stories and awards. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { fulfilmentOf, type Fulfilment } from '../../aftercare/aftercare';
import { totalsOf, type Totals } from '../../board/tally';
import { mayActAs } from '../../edition/edition';
import { awardsOf, type Award } from '../../results/awards';
import { isShown } from '../../results/story';
import { editionFor, findEdition, rolesOn } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import type { EditionDocument } from '../edition.model';
import { registrationsOf } from '../deals/parties';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { JuryAwards, type JuryAwardDocument } from '../results/jury-award.model';
import { Stories, type StoryDocument } from '../results/story.model';
import { tallyOf } from './board';
import { toDealLines, type DealLine } from './deals';
import { toEditionCard, type EditionCard } from './editions';

export interface CornerResult {
  category: string;
  promises: number;
  value: number;
  /** Of the promises in this corner: what became of their deals. */
  fulfilment: Fulfilment;
}

export interface ShownStory {
  dealId: string;
  number: number;
  text: string;
  parties: string[];
  what: string[];
}

export interface ResultsPage {
  edition: EditionCard & { categories: string[] };
  totals: Totals;
  fulfilment: Fulfilment;
  corners: CornerResult[];
  rings: number;
  gifts: number;
  median: number;
  awards: Award[];
  jury: { id: string; title: string; winner: string; reason: string }[];
  stories: ShownStory[];
  /** Only its own people see it as yet. */
  isPreview: boolean;
  isOrganiser: boolean;
}

const isOrganiser = (ctx: Context, edition: EditionDocument) => mayActAs(rolesOn(ctx, edition), 'organiser');

/** Public once published; organisers see them before. */
async function readable(ctx: Context, slug: string): Promise<EditionDocument> {
  const edition = await findEdition(ctx, slug);
  const before = ['floor_closed', 'aftercare'].includes(edition.state) && isOrganiser(ctx, edition);
  if (edition.state !== 'results' && !before) throw new AppError('not_found', 'error_not_found');
  return edition;
}

async function registeredDeals(editionId: string): Promise<DealDocument[]> {
  return Deals.find({ editionId, number: op({ $ne: null }) })
    .select({ earlier: 0, timeline: 0 })
    .sort({ number: 1 })
    .lean<DealDocument[]>();
}

export async function resultsPage(ctx: Context, slug: string): Promise<ResultsPage> {
  const edition = await readable(ctx, slug);
  const [tally, deals] = await Promise.all([tallyOf(edition._id), registeredDeals(edition._id)]);
  const [lines, jury, stories] = await Promise.all([
    toDealLines(deals),
    juryOf(edition._id),
    storiesOf(edition._id, deals),
  ]);
  const values = lines.map(({ value }) => value).sort((a, b) => a - b);
  return {
    edition: { ...toEditionCard(edition), categories: [...edition.categories] },
    totals: totalsOf(tally),
    fulfilment: fulfilmentOf(deals.map(({ state }) => state)),
    corners: cornersOf(edition.categories, deals),
    rings: deals.filter(({ legs }) => legs.length === 3).length,
    gifts: deals.filter(({ legs }) => legs.length === 1).length,
    median: values[Math.floor(values.length / 2)] ?? 0,
    awards: awardsOf(lines.map(toAwardDeal)),
    jury,
    stories,
    isPreview: edition.state !== 'results',
    isOrganiser: isOrganiser(ctx, edition),
  };
}

const toAwardDeal = ({ number, legs }: DealLine) => ({
  number: number ?? 0,
  legs: legs.map(({ giverName, receiverName, category, estimate, what }) => ({
    ...{ category, estimate, what },
    giver: giverName,
    receiver: receiverName,
  })),
});

function cornersOf(categories: readonly string[], deals: readonly DealDocument[]): CornerResult[] {
  return categories.flatMap((category) => {
    const promises = deals.flatMap(({ state, legs }) =>
      legs.filter((leg) => leg.category === category).map(({ estimate }) => ({ state, estimate })),
    );
    if (promises.length === 0) return [];
    const value = promises.reduce((sum, { estimate }) => sum + estimate, 0);
    const fulfilment = fulfilmentOf(promises.map(({ state }) => state));
    return [{ category, promises: promises.length, value, fulfilment }];
  });
}

async function juryOf(editionId: string): Promise<ResultsPage['jury']> {
  const given = await JuryAwards.find({ editionId }).sort({ givenAt: 1 }).lean<JuryAwardDocument[]>();
  const names = await registrationsOf(given.map(({ winner }) => winner));
  return given.map(({ _id, title, winner, reason }) => ({
    ...{ id: _id, title, reason },
    winner: names.get(winner)?.name ?? '–',
  }));
}

/** Those to which every side of the deal has agreed. */
async function storiesOf(editionId: string, deals: readonly DealDocument[]): Promise<ShownStory[]> {
  const told = await Stories.find({ editionId }).lean<StoryDocument[]>();
  const byDeal = new Map(told.map((story) => [story._id, story]));
  const names = await registrationsOf(deals.filter(({ _id }) => byDeal.has(_id)).flatMap(({ parties }) => parties));
  return deals.flatMap(({ _id, number, parties, legs }) => {
    const story = byDeal.get(_id);
    if (!story || number === null || !isShown(story, parties)) return [];
    const partyNames = parties.map((id) => names.get(id)?.name ?? '–');
    return [{ dealId: _id, number, text: story.text, parties: partyNames, what: legs.map(({ what }) => what) }];
  });
}

async function participantsOf(editionId: string): Promise<{ id: string; name: string }[]> {
  const found = await Registrations.find({ editionId, state: 'approved' })
    .select({ name: 1 })
    .lean<Pick<RegistrationDocument, '_id' | 'name'>[]>();
  return found.map(({ _id, name }) => ({ id: _id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

export interface AwardsDesk {
  edition: EditionCard;
  jury: ResultsPage['jury'];
  participants: { id: string; name: string }[];
  mayGive: boolean;
}

/** For organisers. */
export async function awardsDesk(ctx: Context, slug: string): Promise<AwardsDesk> {
  const edition = await editionFor(ctx, slug, 'organiser');
  return {
    edition: toEditionCard(edition),
    jury: await juryOf(edition._id),
    participants: await participantsOf(edition._id),
    mayGive: ['floor_closed', 'aftercare', 'results'].includes(edition.state),
  };
}

export interface StoriesPage {
  edition: EditionCard;
  stories: ShownStory[];
  isPreview: boolean;
}

export async function storiesPage(ctx: Context, slug: string): Promise<StoriesPage> {
  const edition = await readable(ctx, slug);
  const stories = await storiesOf(edition._id, await registeredDeals(edition._id));
  return { edition: toEditionCard(edition), stories, isPreview: edition.state !== 'results' };
}

/** Every registered deal by number, for the file. */
export async function resultRows(ctx: Context, slug: string): Promise<DealLine[]> {
  const edition = await readable(ctx, slug);
  return toDealLines(await registeredDeals(edition._id));
}
