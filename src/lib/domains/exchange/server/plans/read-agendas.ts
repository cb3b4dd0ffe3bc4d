/** The announced agendas of an edition, person by person, with names in the place of ids. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { agendaOfPerson, type Mark } from '../../agenda/agenda';
import { roundsOf, speakersOf, type Speaker } from '../../agenda/people';
import { roundTime } from '../../agenda/rounds';
import type { EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { agendaCodes } from './agenda-code';
import { movedBy, Schedules, visibleAnnouncement, type Announcement, type ScheduleDocument } from './schedule.model';
import { pairTexts } from './pair-texts';

export interface AgendaLine {
  start: string;
  end: string;
  /** As on the sign: from 1. */
  table: number;
  ownId: string;
  own: string;
  otherId: string;
  other: string;
  /** Null where she does not want her name shown. */
  person: string | null;
  /** The other organisation has withdrawn since. */
  gone: boolean;
  mark: Mark | null;
  changedAt: string | null;
}

export interface PersonAgenda {
  key: string;
  name: string;
  registrations: { id: string; name: string }[];
  /** Her secret address, below the edition's. */
  code: string;
  lines: AgendaLine[];
  /** Beginnings of the rounds in which she is there and meets nobody. */
  free: string[];
}

export interface Agendas {
  announcement: Announcement;
  version: number;
  /** By how many minutes all rounds begin later than announced, because the gong was struck late. */
  movedBy: number;
  people: PersonAgenda[];
}

/** The rounds that were announced, for whom `isWanted` says; null while nothing is announced. */
export async function readAgendas(
  edition: EditionDocument,
  isWanted: (speaker: Speaker) => boolean = () => true,
): Promise<Agendas | null> {
  const schedule = await Schedules.findById(edition._id).lean<ScheduleDocument>();
  const announcement = visibleAnnouncement(schedule);
  if (!schedule || !announcement) return null;
  const all = await Registrations.find({ editionId: edition._id })
    .select({ name: 1, state: 1, delegates: 1 })
    .sort({ name: 1 })
    .lean<Pick<RegistrationDocument, '_id' | 'name' | 'state' | 'delegates'>[]>();
  const known = new Map(all.map((one) => [one._id, one]));
  const speakers = speakersOf(all.filter(({ state }) => state === 'approved'));
  const people = new Map(speakers.map((one) => [one.key, one]));
  const codeOf = await agendaCodes(edition._id);
  const nameOf = (id: string) => known.get(id)?.name ?? '–';
  const agendaOf = (speaker: Speaker): PersonAgenda => {
    const meetings = agendaOfPerson(announcement.meetings, announcement.frame, speaker.key);
    const busy = new Set(meetings.filter(({ mark }) => mark !== 'cancelled').map(({ round }) => round));
    return {
      key: speaker.key,
      name: speaker.name,
      registrations: speaker.registrations.map((id) => ({ id, name: nameOf(id) })),
      code: codeOf(speaker.key),
      lines: meetings.map(({ start, end, table, own, other, otherPerson, mark, changedAt }) => ({
        start: start.toISOString(),
        end: end.toISOString(),
        table: table + 1,
        ownId: own,
        own: nameOf(own),
        otherId: other,
        other: nameOf(other),
        person: people.get(otherPerson)?.isPublic ? (people.get(otherPerson)?.name ?? null) : null,
        gone: known.get(other)?.state !== 'approved',
        mark,
        changedAt: changedAt?.toISOString() ?? null,
      })),
      free: roundsOf(speaker, announcement.frame, edition.timeZone)
        .filter((round) => !busy.has(round))
        .map((round) => roundTime(announcement.frame, round).start.toISOString()),
    };
  };
  return {
    announcement,
    version: schedule.version,
    movedBy: movedBy(announcement),
    people: speakers.filter(isWanted).map(agendaOf),
  };
}

/** For each line what the two can do for each other: the first sentence of the reasons. */
export async function talkingPoints(ctx: Context, lines: readonly AgendaLine[]): Promise<string[][]> {
  const ids = [...new Set(lines.flatMap(({ ownId, otherId }) => [ownId, otherId]))];
  const found = await Registrations.find({ _id: op({ $in: ids }) }).lean<RegistrationDocument[]>();
  const parties = new Map(found.map((one) => [one._id, one]));
  const pairs = lines.map(({ ownId, otherId }) => [parties.get(ownId), parties.get(otherId)] as const);
  const whole = pairs.flatMap(([one, other], at) => (one && other ? [{ at, pair: [one, other] as const }] : []));
  const texts = await pairTexts(
    ctx,
    whole.map(({ pair }) => pair),
  );
  const points: string[][] = lines.map(() => []);
  whole.forEach(({ at }, index) => {
    points[at] = (texts[index] ?? []).map(({ text }) => text);
  });
  return points;
}
