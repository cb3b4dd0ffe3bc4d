/** The round at hand: which comes next, who is missing, and whether the rounds should follow a gong that was struck late. */
import type { Context } from '$lib/server/context';
import { standing } from '../../../agenda/agenda';
import { speakersOf } from '../../../agenda/people';
import { minutesLater, nextRound, roundTime, roundTimes, startAfterGong } from '../../../agenda/rounds';
import { delegatesAway, isInHall, presenceOf } from '../../../registration/arrival';
import type { EditionDocument } from '../../edition.model';
import { gongOf } from '../../plans/floor-facts';
import {
  movedBy,
  Schedules,
  visibleAnnouncement,
  type Announcement,
  type ScheduleDocument,
} from '../../plans/schedule.model';
import type { RegistrationDocument } from '../../registration.model';

export interface LateView {
  version: number;
  /** By how many minutes the rounds begin later than announced, by somebody's press. */
  movedBy: number;
  /** The times if the rounds follow the gong; null where they need not, or do. */
  offer: { minutes: number; struck: string; firstAt: string; lastUntil: string; isAfterClosing: boolean } | null;
}

export interface RepairView {
  version: number;
  rounds: { round: number; start: string }[];
  next: number;
  /** Organisations that are due and not here, and delegates whose colleagues are. */
  missing: { id: string; delegate: string | null; name: string; organisation: string; gone: boolean }[];
  lastAt: string | null;
  late: LateView | null;
}

/** Null where the floor opened in time, or nothing is announced. */
export function lateView(edition: EditionDocument, schedule: ScheduleDocument | null): LateView | null {
  const announcement = visibleAnnouncement(schedule);
  if (!schedule || !announcement || edition.state !== 'floor_open') return null;
  const { frame } = announcement;
  const original = announcement.announcedStart ?? frame.startsAt;
  const gong = gongOf(edition);
  const startsAt = gong && startAfterGong(frame, gong, original);
  const last = startsAt && roundTime({ ...frame, startsAt }, frame.rounds - 1).end;
  const offer = gong &&
    startsAt &&
    last && {
      minutes: minutesLater({ startsAt }, original),
      struck: gong.struck.toISOString(),
      firstAt: startsAt.toISOString(),
      lastUntil: last.toISOString(),
      isAfterClosing: last > edition.endsAt,
    };
  const moved = movedBy(announcement);
  return offer || moved > 0 ? { version: schedule.version, movedBy: moved, offer } : null;
}

export async function lateGong(edition: EditionDocument): Promise<LateView | null> {
  if (edition.state !== 'floor_open') return null;
  return lateView(edition, await Schedules.findById(edition._id).lean<ScheduleDocument>());
}

export function repairView(
  ctx: Context,
  edition: EditionDocument,
  schedule: ScheduleDocument | null,
  registrations: readonly RegistrationDocument[],
): RepairView | null {
  const announcement = visibleAnnouncement(schedule);
  if (!schedule || !announcement) return null;
  const { frame, meetings } = announcement;
  const next = nextRound(frame, ctx.now);
  // Where the gong was struck so late that all announced times are over, the matchmaker says which round it is.
  const first = next < frame.rounds ? next : 0;
  const last = meetings.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  return {
    version: schedule.version,
    rounds: roundTimes(frame).map(({ start }, round) => ({ round, start: start.toISOString() })),
    next,
    missing: missingFrom(announcement, first, registrations, schedule.gone),
    lastAt: last.length > 0 ? new Date(Math.max(...last)).toISOString() : null,
    late: lateView(edition, schedule),
  };
}

function missingFrom(
  { meetings }: Announcement,
  first: number,
  registrations: readonly RegistrationDocument[],
  goneIds: readonly string[],
): RepairView['missing'] {
  const due = standing(meetings).filter(({ round }) => round >= first);
  const organisations = new Set(due.flatMap(({ a, b }) => [a, b]));
  const people = new Set(due.flatMap(({ delegateA, delegateB }) => [delegateA, delegateB]));
  const { here, gone } = presenceOf(registrations, goneIds);
  // Whoever comes for two organisations is there for both.
  const waitedFor = new Set(
    speakersOf(registrations).flatMap(({ key, ids }) =>
      people.has(key) && !ids.some((id) => here.has(id)) ? ids : [],
    ),
  );
  return registrations
    .flatMap((one): RepairView['missing'] => {
      const { _id: id, name, leftAt } = one;
      if (!isInHall(one))
        return organisations.has(id)
          ? [{ id, delegate: null, name, organisation: name, gone: leftAt !== null || goneIds.includes(id) }]
          : [];
      return delegatesAway(one)
        .filter((delegate) => waitedFor.has(delegate))
        .map((delegate) => ({
          id,
          delegate,
          name: one.delegates.find((each) => each.id === delegate)?.name ?? '',
          organisation: name,
          gone: gone.has(delegate),
        }));
    })
    .sort((a, b) => a.organisation.localeCompare(b.organisation) || a.name.localeCompare(b.name));
}
