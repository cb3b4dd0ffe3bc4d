/** Sponsored or own time: which verified minutes an employer's hours are, and which the volunteer gave herself. Pure. */
import type { HoursEntry, HoursTime } from './hours';

/** What the hours of a piece of work need to know of its sponsor. */
export interface WorkSponsor {
  employer: string;
  /** `requested`: nobody has decided yet. `ended`: closed, recalled or withdrawn after an approval. */
  state: 'requested' | 'approved' | 'ended';
  /** Asked for or approved. */
  minutes: number;
  /** Of verified entries, as the employer has counted them. */
  usedMinutes: number;
  /** The day of the approval, `2027-03-12`: hours of earlier days are her own. Null while it waits. */
  fromDay: string | null;
}

/** An entry says so while somebody's employer was asked or has approved; without a sponsor it says nothing. */
export function mayChooseTime(sponsor: WorkSponsor | null): boolean {
  return sponsor !== null && sponsor.state !== 'ended';
}

/**
 * Whether an entry is the sponsor's: declared so, and of a day on or after the approval. Days compare as text. An entry from
 * before there was a choice declares nothing, which is her own time.
 */
export function isSponsored(entry: Pick<HoursEntry, 'day' | 'time'>, fromDay: string | null): boolean {
  return entry.time === 'sponsored' && fromDay !== null && entry.day >= fromDay;
}

/** How a list names an entry's time; null where there never was a sponsor. */
export function timeOf(
  entry: Pick<HoursEntry, 'day' | 'time'>,
  sponsor: WorkSponsor | null,
): HoursTime | 'waiting' | null {
  if (sponsor === null) return null;
  if (sponsor.state === 'requested') return entry.time === 'sponsored' ? 'waiting' : 'own';
  return isSponsored(entry, sponsor.fromDay) ? 'sponsored' : 'own';
}

export interface TimeTotals {
  sponsored: number;
  own: number;
}

/**
 * Verified minutes by whose time they were; the two always add up to what is verified. What goes beyond the approved hours
 * is her own; after the end, what the employer has counted stays as it is.
 */
export function verifiedByTime(
  entries: readonly Pick<HoursEntry, 'day' | 'minutes' | 'state' | 'time'>[],
  sponsor: WorkSponsor | null,
): TimeTotals {
  let [verified, declared] = [0, 0];
  for (const entry of entries) {
    if (entry.state !== 'verified') continue;
    verified += entry.minutes;
    if (isSponsored(entry, sponsor?.fromDay ?? null)) declared += entry.minutes;
  }
  // Entries from before there was a choice may have been counted by the employer without saying so.
  const counted = Math.max(declared, sponsor?.usedMinutes ?? 0);
  const most = sponsor?.state === 'approved' ? sponsor.minutes : (sponsor?.usedMinutes ?? 0);
  const sponsored = Math.min(counted, most, verified);
  return { sponsored, own: verified - sponsored };
}
