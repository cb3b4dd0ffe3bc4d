/** The words for what an application is at and what happened to it, for either side. */
import { m } from '$lib/paraglide/messages.js';
import type { Party } from '../engagement/engagement';
import type { ApplicationState, EndCause } from './application';

export interface StateWords {
  label: string;
  tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
}

export function applicationState(state: ApplicationState, side: Party): StateWords {
  switch (state) {
    case 'submitted':
      return side === 'ngo'
        ? { label: m.application_state_new(), tone: 'warn' }
        : { label: m.application_state_submitted(), tone: 'accent' };
    case 'under_review':
      return { label: m.application_state_under_review(), tone: 'accent' };
    case 'shortlisted':
      return { label: m.application_state_shortlisted(), tone: 'accent' };
    case 'offered':
      return { label: m.application_state_offered(), tone: side === 'ngo' ? 'accent' : 'good' };
    case 'accepted':
      return { label: m.application_state_accepted(), tone: 'good' };
    case 'waitlisted':
      return { label: m.application_state_waitlisted(), tone: 'neutral' };
    case 'declined':
      return { label: m.application_state_declined(), tone: 'neutral' };
    case 'withdrawn':
      return { label: m.application_state_withdrawn(), tone: 'neutral' };
    case 'expired':
      return { label: m.application_state_expired(), tone: 'neutral' };
  }
}

interface Facts {
  state: ApplicationState;
  side: Party;
  endCause: EndCause | null;
  ngo: string;
  volunteer: string;
  /** The due date in words. */
  due: string;
}

/** The state as a sentence to the reader. */
export function applicationSentence({ state, side, endCause, ngo, volunteer, due }: Facts): string {
  const hers = side === 'volunteer';
  switch (state) {
    case 'submitted':
      return hers
        ? m.application_say_submitted_volunteer({ ngo, due })
        : m.application_say_submitted_ngo({ volunteer, due });
    case 'under_review':
      return hers
        ? m.application_say_under_review_volunteer({ ngo })
        : m.application_say_under_review_ngo({ volunteer });
    case 'shortlisted':
      return hers ? m.application_say_shortlisted_volunteer({ ngo }) : m.application_say_shortlisted_ngo({ volunteer });
    case 'offered':
      return hers
        ? m.application_say_offered_volunteer({ ngo, due })
        : m.application_say_offered_ngo({ volunteer, due });
    case 'accepted':
      return hers ? m.application_say_accepted_volunteer() : m.application_say_accepted_ngo({ volunteer });
    case 'waitlisted':
      return hers ? m.application_say_waitlisted_volunteer({ ngo }) : m.application_say_waitlisted_ngo({ volunteer });
    case 'declined':
      return hers ? m.application_say_declined_volunteer({ ngo }) : m.application_say_declined_ngo({ volunteer });
    case 'withdrawn':
      return hers ? m.application_say_withdrawn_volunteer() : m.application_say_withdrawn_ngo({ volunteer });
    case 'expired':
      return endWords(endCause);
  }
}

export function endWords(cause: EndCause | null): string {
  switch (cause) {
    case 'no_reply':
      return m.application_end_no_reply();
    case 'offer_lapsed':
      return m.application_end_offer_lapsed();
    case 'deadline_passed':
      return m.application_end_deadline_passed();
    case 'mission_cancelled':
      return m.application_end_mission_cancelled();
    case 'seats_taken':
      return m.application_end_seats_taken();
    case 'role_removed':
      return m.application_end_role_removed();
    default:
      return m.application_end_search_closed();
  }
}

/** One entry of the timeline. */
export function applicationHappened(what: string): string {
  switch (what) {
    case 'applied':
      return m.application_happened_applied();
    case 'applied_waitlisted':
      return m.application_happened_applied_waitlisted();
    case 'invited':
      return m.application_happened_invited();
    case 'invitation_accepted':
      return m.application_happened_invitation_accepted();
    case 'under_review':
      return m.application_happened_under_review();
    case 'shortlisted':
      return m.application_happened_shortlisted();
    case 'offered':
      return m.application_happened_offered();
    case 'offer_taken_back':
      return m.application_happened_offer_taken_back();
    case 'accepted':
      return m.application_happened_accepted();
    case 'declined':
      return m.application_happened_declined();
    case 'withdrawn':
      return m.application_happened_withdrawn();
    case 'offer_declined':
      return m.application_happened_offer_declined();
    case 'waitlisted':
      return m.application_happened_waitlisted();
    case 'moved_up':
      return m.application_happened_moved_up();
    case 'conflict_accepted':
      return m.application_happened_conflict_accepted();
    default:
      return m.application_happened_expired();
  }
}
