/** The hours of an engagement, for both sides: entries, totals, and whose time each was where an employer sponsors. */
import type { Context } from '$lib/server/context';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { isoDay } from '$lib/shared/dates';
import { whyNotChange, type HoursKind, type HoursState, type HoursTime } from '../../../hours/hours';
import {
  mayChooseTime,
  timeOf,
  verifiedByTime,
  type TimeTotals,
  type WorkSponsor,
} from '../../../hours/sponsored-time';
import { sponsorshipOf } from '../../sponsoring/sponsor-port';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface HoursEntryView {
  id: string;
  day: string;
  minutes: number;
  kind: HoursKind;
  note: string;
  state: HoursState;
  reason: string;
  /** As she declared it. */
  time: HoursTime | null;
  /** As it counts: `waiting` while the employer has not decided; null where there never was a sponsor. */
  counts: HoursTime | 'waiting' | null;
  /** Whether the volunteer may still correct it. */
  mayChange: boolean;
}

export interface HoursPage extends EngagementHead {
  /** The latest day first. */
  entries: HoursEntryView[];
  today: string;
  began: string;
  /** Null where no employer was ever asked. */
  sponsor: (WorkSponsor & { mayChoose: boolean; verified: TimeTotals }) | null;
}

export async function hoursPage(ctx: Context, id: string): Promise<HoursPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const [contact, sponsorship] = await Promise.all([personContact(engagement.personId), sponsorshipOf(engagement._id)]);
  const timeZone = contact?.timeZone;
  return {
    ...head,
    entries: engagement.hours
      .map(({ id: entryId, day, minutes, kind, note, state, reason, loggedAt, time = null }) => ({
        ...{ id: entryId, day, minutes, kind, note, state, reason, time },
        counts: timeOf({ day, time }, sponsorship),
        mayChange: whyNotChange({ state, loggedAt }, ctx.now) === null,
      }))
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1)),
    today: isoDay(ctx.now, timeZone),
    began: isoDay(engagement.startedAt ?? engagement.createdAt, timeZone),
    sponsor: sponsorship && {
      employer: sponsorship.employer,
      state: sponsorship.state,
      minutes: sponsorship.minutes,
      usedMinutes: sponsorship.usedMinutes,
      fromDay: sponsorship.fromDay,
      mayChoose: mayChooseTime(sponsorship),
      verified: verifiedByTime(engagement.hours, sponsorship),
    },
  };
}
