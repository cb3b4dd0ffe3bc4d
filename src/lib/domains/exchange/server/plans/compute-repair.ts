/** What a repair would change now: who is in the hall is read, and the thread does the rest. */
import type { Context } from '$lib/server/context';
import { standing } from '../../agenda/agenda';
import { problemOf } from '../../agenda/floor-problem';
import { speakersOf } from '../../agenda/people';
import { busyRounds, roundsNow } from '../../agenda/repair-marks';
import { presenceOf } from '../../registration/arrival';
import type { Repair } from '../../schedule/repair-schedule';
import type { EditionDocument } from '../edition.model';
import { runScheduleTask } from '../schedule/run-schedule-task';
import { approvedIn, scoringFor } from './floor-facts';
import type { Announcement } from './schedule.model';

export async function computeRepair(
  ctx: Context,
  edition: EditionDocument,
  announcement: Announcement,
  { from, gone }: { from: number; gone: readonly string[] },
): Promise<Repair> {
  const registrations = await approvedIn(edition._id);
  const known = new Set(registrations.map(({ _id }) => _id));
  const all = standing(announcement.meetings);
  const isListed = ({ a, b }: { a: string; b: string }) => known.has(a) && known.has(b);
  const meetings = all.filter(isListed);
  const { scores } = await runScheduleTask('scores', await scoringFor(ctx, edition, registrations));
  const speakers = new Map(speakersOf(registrations).map((one) => [one.key, one]));
  const presence = {
    ...presenceOf(registrations, gone),
    busy: busyRounds(meetings),
  };
  const problem = problemOf({
    registrations,
    frame: announcement.frame,
    timeZone: edition.timeZone,
    scores,
    only: (key, rounds) => {
      const speaker = speakers.get(key);
      return speaker ? roundsNow(presence, speaker, rounds, from) : [];
    },
  });
  const repair = await runScheduleTask('repair', { problem, announced: meetings, from });
  // An organisation that has withdrawn is in no list of the thread: its meetings to come are called off here.
  const orphaned = all.filter((one) => one.round >= from && !isListed(one));
  return { ...repair, cancelled: [...repair.cancelled, ...orphaned] };
}
