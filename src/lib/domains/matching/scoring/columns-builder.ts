/** Compiles volunteers into columns, one at a time. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import { cefrRank } from '$lib/domains/skills/language';
import type { MatchVolunteer } from '../match-input';
import { hashOf } from '../ranking/shuffle';
import { WEIGHTS, type MatchCurves } from '../weights';
import { TokenTableBuilder, withRoom } from './token-table';
import {
  ALWAYS,
  EARTH_KM,
  LAYOUT,
  licenceKey,
  minutesOf,
  packTraits,
  quartersPerWeek,
  unitVector,
  type Columns,
  type LimitedTimes,
  type VolunteerColumns,
} from './volunteer-columns';

function columnsOf(size: number): Columns {
  return Object.fromEntries(Object.entries(LAYOUT).map(([name, Kind]) => [name, new Kind(size)])) as Columns;
}

/** Each half is left out while unknown; null when both are. */
function responsiveness(hours: number | null, answered: number | null, { reply }: MatchCurves): number | null {
  const speed =
    hours === null ? null : Math.min(1, Math.max(0, (reply.zeroHours - hours) / (reply.zeroHours - reply.fullHours)));
  const share = answered === null ? null : Math.min(1, Math.max(0, answered));
  if (speed === null) return share;
  if (share === null) return speed;
  return (reply.speedShare * speed + reply.answeredShare * share) / (reply.speedShare + reply.answeredShare);
}

const LIMITED_COLUMNS = ['positions', 'from', 'until', 'quarters'] as const;

class LimitedTimesBuilder {
  #size = 0;
  #columns = LIMITED_COLUMNS.map(() => new Int32Array(64));

  /** Says whether the volunteer is not free all the time, and keeps the times if so. */
  add(position: number, volunteer: MatchVolunteer, quarters: number): boolean {
    const { availableFrom, availableUntil, hoursPerWeek } = volunteer;
    if (availableFrom === null && availableUntil === null && hoursPerWeek !== 0) return false;
    const until = hoursPerWeek === 0 ? -ALWAYS : minutesOf(availableUntil, ALWAYS);
    const values = [position, minutesOf(availableFrom, -ALWAYS), until, quarters];
    this.#columns = this.#columns.map((column, at) => {
      const longer = withRoom(column, this.#size + 1);
      longer[this.#size] = values[at] ?? 0;
      return longer;
    });
    this.#size++;
    return true;
  }

  finish(): LimitedTimes {
    const entries = LIMITED_COLUMNS.map((name, at) => [name, this.#columns[at]?.slice(0, this.#size)]);
    return Object.fromEntries(entries) as Record<keyof LimitedTimes, Int32Array>;
  }
}

/** Takes volunteers one at a time, so that a file can be read without holding its people in memory. */
export class VolunteerColumnsBuilder {
  #curves: MatchCurves;
  #table = new TokenTableBuilder();
  #ids: string[] = [];
  #positions = new Map<string, number>();
  #columns = columnsOf(256);
  #countries = new Map<string | null, number>([[null, 0]]);
  #paces = new Set<number>();
  #limited = new LimitedTimesBuilder();

  constructor(curves: MatchCurves = WEIGHTS.curves) {
    this.#curves = curves;
  }

  has(id: string): boolean {
    return this.#positions.has(id);
  }

  /** Throws when the id was added before: two people under one id cannot be told apart in any answer. */
  add(volunteer: MatchVolunteer): void {
    if (this.#positions.has(volunteer.id)) throw new Error(`volunteer ${volunteer.id} is given twice`);
    const position = this.#ids.push(volunteer.id) - 1;
    this.#positions.set(volunteer.id, position);
    this.#addTokens(volunteer);
    this.#addNumbers(position, volunteer);
  }

  #addTokens(volunteer: MatchVolunteer): void {
    const table = this.#table;
    for (const { skill, level } of volunteer.skills) table.add('skill', skill, level);
    for (const { code, level } of volunteer.languages) table.add('language', code, cefrRank(level));
    for (const cause of volunteer.causes) table.add('cause', cause);
    for (const code of volunteer.jurisdictions) table.add('jurisdiction', code);
    for (const licence of volunteer.licences) table.add('licence', licenceKey(licence));
    for (const party of volunteer.interests.parties) table.add('party', foldText(party));
    for (const file of volunteer.interests.files) table.add('file', foldText(file));
    for (const ngo of volunteer.blockedNgos) table.add('blockedNgo', ngo);
    for (const cause of volunteer.programme?.excludedCauses ?? []) table.add('refusedCause', cause);
    for (const party of volunteer.programme?.excludedCounterparties ?? []) table.add('refusedParty', foldText(party));
    if (volunteer.track === 'student' && !volunteer.hasSupervisor) table.add('studentAlone', '');
    table.endVolunteer();
  }

  #addNumbers(position: number, volunteer: MatchVolunteer): void {
    if (position === this.#columns.traits.length) this.#resize(position, position * 2);
    const columns = this.#columns;
    const { place, responsiveness: replies, hoursPerWeek } = volunteer;
    columns.idHashes[position] = hashOf(volunteer.id);
    columns.perWeek[position] = hoursPerWeek ?? NaN;
    columns.replyHours[position] = replies.medianReplyHours ?? NaN;
    columns.answered[position] = replies.shareAnswered ?? NaN;
    const [x, y, z] = place.lat === null || place.lng === null ? [NaN, NaN, NaN] : unitVector(place.lat, place.lng);
    columns.x[position] = x;
    columns.y[position] = y;
    columns.z[position] = z;
    const radiusKm = Math.max(this.#curves.townKm, place.radiusKm ?? 0);
    const cosAt = (km: number) => Math.cos(Math.min(Math.PI, km / EARTH_KM));
    columns.radiusKm[position] = radiusKm;
    columns.cosNear[position] = cosAt(radiusKm);
    columns.cosFar[position] = cosAt(radiusKm + this.#curves.fadeKm);
    let country = this.#countries.get(place.country);
    if (country === undefined) this.#countries.set(place.country, (country = this.#countries.size));
    columns.country[position] = country;

    const reply = responsiveness(replies.medianReplyHours, replies.shareAnswered, this.#curves);
    const quarters = quartersPerWeek(hoursPerWeek);
    if (quarters > 0) this.#paces.add(quarters);
    const limited = this.#limited.add(position, volunteer, quarters);
    columns.traits[position] = packTraits(reply, !place.remoteOk, limited ? 0 : quarters);
  }

  #resize(kept: number, size: number): void {
    const resized = columnsOf(size);
    for (const name of Object.keys(LAYOUT) as (keyof Columns)[]) {
      resized[name].set(this.#columns[name].subarray(0, kept));
    }
    this.#columns = resized;
  }

  finish(): VolunteerColumns {
    const size = this.#ids.length;
    this.#resize(size, size);
    return {
      ...this.#columns,
      size,
      ids: this.#ids,
      positions: this.#positions,
      table: this.#table.finish(),
      curves: this.#curves,
      countries: [...this.#countries.keys()],
      paces: Int32Array.from(this.#paces),
      limited: this.#limited.finish(),
    };
  }
}

export function compileVolunteers(
  volunteers: Iterable<MatchVolunteer>,
  curves: MatchCurves = WEIGHTS.curves,
): VolunteerColumns {
  const builder = new VolunteerColumnsBuilder(curves);
  for (const volunteer of volunteers) builder.add(volunteer);
  return builder.finish();
}
