/** The matchmaker's list: the round at hand and who is missing, who has nothing yet, whom to bring together, and rings. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { ringKey, whoHasNothing } from '../../../agenda/matchmaking';
import type { FitWords } from '../../../agenda/reason-words';
import type { DealState } from '../../../deal/deal';
import type { Category } from '../../../edition/edition';
import { isInHall } from '../../../registration/arrival';
import { fits, type BrowseFilter } from '../../../registration/browse-filter';
import { editionFor } from '../../access';
import { Deals, type DealDocument } from '../../deal.model';
import { Attempts, type AttemptDocument } from '../../plans/attempt.model';
import { approvedIn } from '../../plans/floor-facts';
import { pairTexts } from '../../plans/pair-texts';
import { ringTexts } from '../../plans/plan-mails';
import { Schedules, type ScheduleDocument } from '../../plans/schedule.model';
import { SuggestionLists, type SuggestionsDocument } from '../../plans/suggestions.model';
import type { RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';
import { repairView, type RepairView } from './repair-view';

/** As many as fit on a few screens of a tablet; the next page has the others. */
const SHOWN = 6;
const RINGS = 6;

export interface MatchmakerPage {
  edition: EditionCard;
  arrived: number;
  expected: number;
  /** In the hall without a deal: all, and those that were asked for. */
  waitingCount: number;
  found: number;
  page: number;
  pages: number;
  corners: Category[];
  waiting: {
    id: string;
    name: string;
    since: string;
    seenAt: string | null;
    partners: { id: string; name: string; words: FitWords[] }[];
  }[];
  rings: { members: string[]; names: string[]; texts: string[]; proposedAt: string | null }[];
  /** Null where no schedule is announced. */
  repair: RepairView | null;
  lists: { at: string } | null;
}

export type MatchmakerFilter = Pick<BrowseFilter, 'text' | 'categories' | 'page'>;
const EVERYBODY: MatchmakerFilter = { text: '', categories: [], page: 1 };

export async function matchmakerPage(
  ctx: Context,
  slug: string,
  filter: MatchmakerFilter = EVERYBODY,
): Promise<MatchmakerPage> {
  const edition = await editionFor(ctx, slug, 'matchmaker');
  const editionId = edition._id;
  const [registrations, schedule, lists, deals, attempts] = await Promise.all([
    approvedIn(editionId),
    Schedules.findById(editionId).lean<ScheduleDocument>(),
    SuggestionLists.findById(editionId).lean<SuggestionsDocument>(),
    Deals.find({ editionId, state: op({ $ne: 'rejected' as DealState }) })
      .select({ parties: 1 })
      .lean<Pick<DealDocument, 'parties'>[]>(),
    Attempts.find({ editionId }).lean<AttemptDocument[]>(),
  ]);
  const known = new Map(registrations.map((one) => [one._id, one]));
  const all = whoHasNothing({
    openedAt: edition.openedAt,
    registrations: registrations.map((one) => ({ id: one._id, checkedInAt: isInHall(one) ? one.checkedInAt : null })),
    deals: deals.map(({ parties }) => parties),
    lists: new Map((lists?.lists ?? []).map(({ organisation, partners }) => [organisation, partners])),
    attempts,
  });
  const wanted = { ...filter, as: null, side: null, skill: null, wish: null };
  const found = all.filter(({ id }) => fits(wanted, known.get(id) ?? { name: '', items: [] }));
  const pages = Math.max(1, Math.ceil(found.length / SHOWN));
  const page = Math.min(filter.page, pages);
  return {
    edition: toEditionCard(edition),
    arrived: registrations.filter(isInHall).length,
    expected: registrations.length,
    waitingCount: all.length,
    ...{ found: found.length, page, pages },
    corners: [...edition.categories],
    waiting: await withReasons(ctx, found.slice((page - 1) * SHOWN, page * SHOWN), known),
    rings: await ringViews(ctx, lists?.rings ?? [], attempts, known),
    repair: repairView(ctx, edition, schedule, registrations),
    lists: lists && { at: lists.at.toISOString() },
  };
}

type Known = ReadonlyMap<string, RegistrationDocument>;

async function withReasons(
  ctx: Context,
  waiting: ReturnType<typeof whoHasNothing>,
  known: Known,
): Promise<MatchmakerPage['waiting']> {
  const pairs = waiting.flatMap(({ id, partners }) =>
    partners.flatMap((other) => {
      const pair = [known.get(id), known.get(other)] as const;
      return pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
    }),
  );
  const words = await pairTexts(ctx, pairs);
  return waiting.map(({ id, since, seenAt }) => ({
    id,
    name: known.get(id)?.name ?? '–',
    since: since.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
    partners: pairs.flatMap(([one, other], at) =>
      one._id === id ? [{ id: other._id, name: other.name, words: words[at] ?? [] }] : [],
    ),
  }));
}

async function ringViews(
  ctx: Context,
  rings: SuggestionsDocument['rings'],
  attempts: readonly AttemptDocument[],
  known: Known,
): Promise<MatchmakerPage['rings']> {
  const proposed = new Map(
    attempts.filter(({ kind }) => kind === 'ring').map(({ members, at }) => [ringKey(members), at]),
  );
  const whole = rings.flatMap(({ members }) => {
    const found = members.flatMap((id) => known.get(id) ?? []);
    return found.length === members.length ? [found] : [];
  });
  return Promise.all(
    whole.slice(0, RINGS).map(async (members) => {
      const ids = members.map(({ _id }) => _id);
      return {
        members: ids,
        names: members.map(({ name }) => name),
        texts: await ringTexts(members, ctx.locale),
        proposedAt: proposed.get(ringKey(ids))?.toISOString() ?? null,
      };
    }),
  );
}
