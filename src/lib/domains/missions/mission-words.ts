/** The words for states, hours, places and what happened, in the reader's language. */
import { m } from '$lib/paraglide/messages.js';
import { DAY, formatInstant, formatRelative, formatWeekday } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import type { Confidentiality, MissionState } from './mission';

export interface StateWords {
  label: string;
  tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
}

export function stateWords(state: MissionState): StateWords {
  switch (state) {
    case 'draft':
      return { label: m.mission_state_draft(), tone: 'neutral' };
    case 'submitted':
      return { label: m.mission_state_submitted(), tone: 'accent' };
    case 'changes_requested':
      return { label: m.mission_state_changes_requested(), tone: 'warn' };
    case 'published':
      return { label: m.mission_state_published(), tone: 'good' };
    case 'filled':
      return { label: m.mission_state_filled(), tone: 'accent' };
    case 'in_progress':
      return { label: m.mission_state_in_progress(), tone: 'accent' };
    case 'delivered':
      return { label: m.mission_state_delivered(), tone: 'good' };
    case 'outcome_reported':
      return { label: m.mission_state_outcome_reported(), tone: 'good' };
    case 'closed':
      return { label: m.mission_state_closed(), tone: 'neutral' };
    case 'rejected':
      return { label: m.mission_state_rejected(), tone: 'bad' };
    case 'paused':
      return { label: m.mission_state_paused(), tone: 'warn' };
    case 'expired':
      return { label: m.mission_state_expired(), tone: 'neutral' };
    case 'cancelled':
      return { label: m.mission_state_cancelled(), tone: 'neutral' };
  }
}

export interface DeadlineWords {
  relative: string;
  exact: string;
  datetime: string;
  urgency: 'calm' | 'soon' | 'urgent' | 'past';
}

/**
 * "in 3 days" and "Friday 12 March 2027, 18:00 Brussels time", or in lists "Friday 12 March"; warm from two weeks before,
 * hot in the last three days, when the hour counts in lists too.
 */
export function deadlineWords(
  deadline: string,
  now: Date,
  locale: Locale,
  length: 'long' | 'short' = 'long',
): DeadlineWords {
  const at = new Date(deadline);
  const left = at.getTime() - now.getTime();
  const urgency = left <= 0 ? 'past' : left <= 3 * DAY ? 'urgent' : left <= 14 * DAY ? 'soon' : 'calm';
  const exact =
    length === 'short' && urgency !== 'urgent'
      ? formatWeekday(at, locale, now)
      : m.mission_deadline_exact({ when: formatInstant(at, locale) });
  return { relative: formatRelative(at, now, locale), exact, datetime: deadline, urgency };
}

/** "Remote", "Brussels, Belgium", or "Remote or Brussels, Belgium". */
export function placeWords(place: { remote: boolean; country: string | null; city: string | null }): string {
  const there = [place.city, place.country].filter(Boolean).join(', ');
  if (!place.remote) return there;
  return there === '' ? m.mission_place_remote() : m.mission_place_remote_or({ place: there });
}

/** "30 hours", or "20 to 40 hours" for roles that differ. */
export function hoursWords(roles: readonly { hours: number }[]): string {
  const hours = roles.map((role) => role.hours);
  const [least, most] = [Math.min(...hours), Math.max(...hours)];
  if (hours.length === 0) return '';
  return least === most ? m.mission_hours({ count: most }) : m.mission_hours_range({ least, most });
}

export function confidentialityName(confidentiality: Confidentiality): string {
  if (confidentiality === 'public') return m.mission_confidentiality_public();
  return confidentiality === 'members' ? m.mission_confidentiality_members() : m.mission_confidentiality_cleared();
}

/** What an entry of the public record says; an entry without words of its own comes back as it is. */
export function happenedWords(what: string): string {
  switch (what) {
    case 'published':
      return m.mission_happened_published();
    case 'paused':
      return m.mission_happened_paused();
    case 'resumed':
      return m.mission_happened_resumed();
    case 'deadline_extended':
      return m.mission_happened_deadline_extended();
    case 'deadline_for_handover':
      return m.mission_happened_deadline_for_handover();
    case 'filled':
      return m.mission_happened_filled();
    case 'reopened':
      return m.mission_happened_reopened();
    case 'in_progress':
      return m.mission_happened_in_progress();
    case 'delivered':
      return m.mission_happened_delivered();
    case 'outcome_reported':
      return m.mission_happened_outcome_reported();
    case 'closed':
      return m.mission_happened_closed();
    case 'expired':
      return m.mission_happened_expired();
    case 'cancelled':
      return m.mission_happened_cancelled();
    default:
      return what;
  }
}
