/** The organiser's desk of the schedule: settings of the rounds, the run, the plan with its bound, and what is announced. */
import type { Context } from '$lib/server/context';
import { standing } from '../../../agenda/agenda';
import { hasRounds, whyNotLists, whyNotPlan } from '../../../agenda/planning';
import type { PlanView, ScheduleDesk } from '../../../agenda/schedule-desk';
import { roundTimes } from '../../../agenda/rounds';
import { clashesOf } from '../../../registration/registration';
import { shareOfBound } from '../../../schedule/problem';
import { loweredFloorText, unmetWishText } from '../../../schedule/schedule-words';
import { editionFor } from '../../access';
import { approvedIn, basisOf, roundSettings } from '../../plans/floor-facts';
import { SILENT_MS } from '../../plans/run-plans';
import { Schedules, visibleAnnouncement, type Plan, type Run, type ScheduleDocument } from '../../plans/schedule.model';
import { SuggestionLists, type SuggestionsDocument } from '../../plans/suggestions.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';

export interface SchedulePage extends ScheduleDesk {
  edition: EditionCard;
}

export async function schedulePage(ctx: Context, slug: string): Promise<SchedulePage> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const [registrations, schedule, lists] = await Promise.all([
    approvedIn(edition._id),
    Schedules.findById(edition._id).lean<ScheduleDocument>(),
    SuggestionLists.findById(edition._id).lean<SuggestionsDocument>(),
  ]);
  const names = await namesIn(edition._id);
  const nameOf = (id: string) => names.get(id) ?? '–';
  const announcement = visibleAnnouncement(schedule);
  const plan = schedule?.plan ?? null;
  return {
    edition: toEditionCard(edition),
    hasRounds: hasRounds(edition.mode),
    settings: roundSettings(edition),
    run: runView(schedule?.run ?? null, ctx.now),
    plan: plan && planView(plan, nameOf, ctx),
    stale: plan !== null && plan.basis !== basisOf(edition, registrations),
    announced: announcement && {
      at: announcement.at.toISOString(),
      isThisPlan: announcement.planId === plan?.id,
      meetings: standing(announcement.meetings).length,
      version: schedule?.version ?? 0,
    },
    clashes: clashesOf(registrations.map(({ _id, wishes }) => ({ id: _id, wishes }))).map(({ must, no }) => ({
      must: nameOf(must),
      no: nameOf(no),
    })),
    mayPlan: whyNotPlan(edition) === null,
    mayList: whyNotLists(edition) === null,
    approved: registrations.length,
    lists: lists && {
      at: lists.at.toISOString(),
      share: shareOfBound(lists),
      organisations: lists.lists.length,
      short: lists.short.map(({ organisation }) => nameOf(organisation)).sort((a, b) => a.localeCompare(b)),
      rings: lists.rings.length,
      published: lists.publishedAt !== null,
    },
  };
}

async function namesIn(editionId: string): Promise<Map<string, string>> {
  const all = await Registrations.find({ editionId })
    .select({ name: 1 })
    .lean<Pick<RegistrationDocument, '_id' | 'name'>[]>();
  return new Map(all.map(({ _id, name }) => [_id, name]));
}

function runView(run: Run | null, now: Date): SchedulePage['run'] {
  if (!run) return null;
  const silent = run.state === 'running' && now.getTime() - run.beatAt.getTime() > SILENT_MS;
  return { kind: run.kind, state: silent ? 'silent' : run.state, share: run.share };
}

function planView(plan: Plan, nameOf: (id: string) => string, ctx: Context): PlanView {
  const { id, at, organisations, meetings, unmet, lowered, kept, frame } = plan;
  const rounds = roundTimes(frame).map(({ start }) => ({
    start: start.toISOString(),
    pairs: [] as PlanView['rounds'][number]['pairs'],
  }));
  for (const { round, table, a, b } of [...meetings].sort((x, y) => x.table - y.table))
    rounds[round]?.pairs.push({ table: table + 1, a: nameOf(a), b: nameOf(b) });
  return {
    ...{ id, organisations, kept, rounds },
    at: at.toISOString(),
    meetings: meetings.length,
    share: shareOfBound(plan),
    unmet: unmet.map((wish) => unmetWishText(wish, nameOf, ctx.locale)),
    lowered: lowered.map((floor) => loweredFloorText(floor, nameOf, ctx.locale)),
  };
}
