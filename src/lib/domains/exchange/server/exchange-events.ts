/** What the exchange domain tells; the database says the rest. */
import type { AftercareKind } from '../aftercare/aftercare';

export interface RegistrationEvent {
  registrationId: string;
}
/** What the organiser decided; `by` is null when the platform moved somebody up. */
export interface RegistrationDecision extends RegistrationEvent {
  by: string | null;
  note: string | null;
}
/** `touched` are the registrations for which something changes. */
export interface ScheduleAct {
  editionId: string;
  touched: string[];
  by: string | null;
}
export interface DealEvent {
  dealId: string;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'edition.moved': { editionId: string; state: string; opening: number; from: string; by: string | null };
    'edition.staff_appointed': { editionId: string; personId: string; role: string; by: string | null };
    'edition.staff_dismissed': { editionId: string; personId: string; role: string; by: string | null };
    'registration.submitted': RegistrationEvent;
    'registration.approved': RegistrationDecision;
    'registration.waitlisted': RegistrationDecision;
    'registration.changes_requested': RegistrationDecision;
    'registration.refused': RegistrationDecision;
    'registration.withdrawn': RegistrationEvent & { hadPlace: boolean };
    'schedule.published': ScheduleAct & { again: boolean };
    'schedule.taken_back': ScheduleAct;
    'schedule.repaired': ScheduleAct & { from: number };
    'schedule.shifted': ScheduleAct & { minutes: number };
    'suggestions.published': { editionId: string; by: string | null };
    'ring.proposed': { attemptId: string };
    'deal.checked': DealEvent;
    'deal.confirmed': DealEvent;
    'deal.registered': DealEvent;
    'deal.corrected': DealEvent & { version: number };
    'deal.rejected': DealEvent;
    'deal.followed_up': DealEvent;
    'deal.aftercare_due': DealEvent & { days: number; kind: AftercareKind };
    'story.told': DealEvent & { version: number };
    'edition.guests_invited': { editionId: string };
  }
}
