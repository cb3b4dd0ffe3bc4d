/** What the exchange domain tells; the database says the rest. */
export interface RegistrationEvent {
  registrationId: string;
}
export interface DealEvent {
  dealId: string;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'edition.moved': { editionId: string; state: string; opening: number };
    'edition.staff_appointed': { editionId: string; personId: string; role: string };
    'registration.submitted': RegistrationEvent;
    'registration.approved': RegistrationEvent;
    'registration.waitlisted': RegistrationEvent;
    'registration.changes_requested': RegistrationEvent;
    'registration.refused': RegistrationEvent;
    'registration.withdrawn': RegistrationEvent & { hadPlace: boolean };
    'deal.checked': DealEvent;
    'deal.confirmed': DealEvent;
    'deal.registered': DealEvent;
    'deal.corrected': DealEvent & { version: number };
    'deal.rejected': DealEvent;
    'deal.followed_up': DealEvent;
    'deal.aftercare_due': DealEvent & { days: number };
  }
}
