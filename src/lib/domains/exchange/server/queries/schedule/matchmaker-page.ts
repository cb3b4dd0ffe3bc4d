/** The matchmaker's list: the round at hand and who is missing, who has nothing yet, whom to bring together, and rings. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { ringKey, whoHasNothing } from '../../../agenda/matchmaking';
import type { FitWords } from '../../../agenda/reason-words';
import { nextRound, roundTimes } from '../../../agenda/rounds';
import type { DealState } from '../../../deal/deal';
import { standing } from '../../../agenda/agenda';
import { editionFor } from '../../access';
import { Deals, type DealDocument } from '../../deal.model';
import { Attempts, type AttemptDocument } from '../../plans/attempt.model';
import { approvedIn } from '../../plans/floor-facts';
import { pairTexts } from '../../plans/pair-texts';
import { ringTexts } from '../../plans/plan-mails';
import { Schedules, visibleAnnouncement, type ScheduleDocument } from '../../plans/schedule.model';
import { SuggestionLists, type SuggestionsDocument } from '../../plans/suggestions.model';
import type { RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';

/** So many are shown with proposals; the others are counted. */
const SHOWN = 12;
const RINGS = 6;

export interface MatchmakerPage {
  edition: EditionCard;
  arrived: number;
  expected: number;
  /** In the hall without a deal. */
  waitingCount: number;
  waiting: {
    id: string;
    name: string;
    since: string;
    seenAt: string | null;
    partners: { id: string; name: string; words: FitWords[] }[];
  }[];
  rings: { members: string[]; names: string[]; texts: string[]; proposedAt: string | null }[];
  /** Null where no schedule is announced. */
  repair: {
    version: number;
    rounds: { round: number; start: string }[];
    next: number;
    missing: { id: string; name: string; gone: boolean }[];
    lastAt: string | null;
  } | null;
  lists: { at: string } | null;
}

export async function matchmakerPage(ctx: Context, slug: string): Promise<MatchmakerPage> {
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
    registrations: registrations.map(({ _id, checkedInAt, leftAt }) => ({
      id: _id,
      checkedInAt: leftAt ? null : checkedInAt,
    })),
    deals: deals.map(({ parties }) => parties),
    lists: new Map((lists?.lists ?? []).map(({ organisation, partners }) => [organisation, partners])),
    attempts,
  });
  return {
    edition: toEditionCard(edition),
    arrived: registrations.filter(({ checkedInAt, leftAt }) => checkedInAt && !leftAt).length,
    expected: registrations.length,
    waitingCount: all.length,
    waiting: await withReasons(ctx, all.slice(0, SHOWN), known),
    rings: await ringViews(ctx, lists?.rings ?? [], attempts, known),
    repair: repairView(ctx, schedule, registrations),
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

function repairView(
  ctx: Context,
  schedule: ScheduleDocument | null,
  registrations: readonly RegistrationDocument[],
): MatchmakerPage['repair'] {
  const announcement = visibleAnnouncement(schedule);
  if (!schedule || !announcement) return null;
  const next = nextRound(announcement.frame, ctx.now);
  // Where the gong was struck so late that all announced times are over, the matchmaker says which round it is.
  const first = next < announcement.frame.rounds ? next : 0;
  const due = new Set(standing(announcement.meetings).flatMap((one) => (one.round >= first ? [one.a, one.b] : [])));
  const last = announcement.meetings.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  return {
    version: schedule.version,
    rounds: roundTimes(announcement.frame).map(({ start }, round) => ({ round, start: start.toISOString() })),
    next,
    missing: registrations
      .filter(({ _id, checkedInAt, leftAt }) => due.has(_id) && (!checkedInAt || leftAt))
      .map(({ _id, name, leftAt }) => ({ id: _id, name, gone: leftAt !== null || schedule.gone.includes(_id) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    lastAt: last.length > 0 ? new Date(Math.max(...last)).toISOString() : null,
  };
}
