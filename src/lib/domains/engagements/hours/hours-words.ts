/** The words for hours: amounts, kinds of work and states. */
import { m } from '$lib/paraglide/messages.js';
import type { HoursKind, HoursState, HoursTime } from './hours';
import type { TimeTotals } from './sponsored-time';

/** "2 h 30", "45 min", "12 h". */
export function amountOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return m.hours_amount_minutes({ minutes: rest });
  return rest === 0
    ? m.hours_amount_hours({ hours })
    : m.hours_amount_both({ hours, minutes: String(rest).padStart(2, '0') });
}

export function kindName(kind: HoursKind): string {
  switch (kind) {
    case 'research':
      return m.hours_kind_research();
    case 'drafting':
      return m.hours_kind_drafting();
    case 'meeting':
      return m.hours_kind_meeting();
    case 'review':
      return m.hours_kind_review();
    case 'design':
      return m.hours_kind_design();
    case 'travel':
      return m.hours_kind_travel();
    case 'other':
      return m.hours_kind_other();
  }
}

export function hoursState(state: HoursState): { label: string; tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad' } {
  switch (state) {
    case 'logged':
      return { label: m.hours_state_logged(), tone: 'neutral' };
    case 'verified':
      return { label: m.hours_state_verified(), tone: 'good' };
    case 'queried':
      return { label: m.hours_state_queried(), tone: 'warn' };
    case 'rejected':
      return { label: m.hours_state_rejected(), tone: 'bad' };
  }
}

/** "Sponsored by Halden Moor", "Own time", "Sponsored, once Halden Moor has approved". */
export function timeName(time: HoursTime | 'waiting', employer: string): string {
  switch (time) {
    case 'sponsored':
      return m.hours_time_sponsored({ employer });
    case 'own':
      return m.hours_time_own();
    case 'waiting':
      return m.hours_time_waiting({ employer });
  }
}

/** "12 h sponsored by Halden Moor, 3 h own time": of what was verified. What is none of it is not mentioned. */
export function timeWords({ sponsored, own }: TimeTotals, employer: string): string {
  if (own === 0) return m.hours_time_all_sponsored({ sponsored: amountOf(sponsored), employer });
  if (sponsored === 0) return m.hours_time_all_own({ own: amountOf(own) });
  return m.hours_time_both({ sponsored: amountOf(sponsored), own: amountOf(own), employer });
}
