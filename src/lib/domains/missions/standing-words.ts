/** One sentence about how a mission stands: for readers on its page, and for its NGO on the board and the edit page. */
import { m } from '$lib/paraglide/messages.js';
import type { MissionState } from './mission';

/** For everyone. */
export function standingWords(state: MissionState): string {
  switch (state) {
    case 'draft':
    case 'changes_requested':
      return m.mission_standing_draft();
    case 'submitted':
      return m.mission_standing_submitted();
    case 'published':
      return m.mission_standing_published();
    case 'filled':
      return m.mission_standing_filled();
    case 'in_progress':
      return m.mission_standing_in_progress();
    case 'delivered':
      return m.mission_standing_delivered();
    case 'outcome_reported':
    case 'closed':
      return m.mission_standing_done();
    case 'rejected':
      return m.mission_standing_rejected();
    case 'paused':
      return m.mission_standing_paused();
    case 'expired':
      return m.mission_standing_expired();
    case 'cancelled':
      return m.mission_standing_cancelled();
  }
}

/** What the NGO does next. */
export function nextStepWords(state: MissionState): string {
  switch (state) {
    case 'draft':
      return m.mission_next_draft();
    case 'changes_requested':
      return m.mission_next_changes_requested();
    case 'submitted':
      return m.mission_next_submitted();
    case 'published':
      return m.mission_next_published();
    case 'paused':
      return m.mission_next_paused();
    case 'filled':
      return m.mission_next_filled();
    case 'in_progress':
      return m.mission_next_in_progress();
    case 'delivered':
      return m.mission_next_delivered();
    case 'outcome_reported':
      return m.mission_next_outcome_reported();
    case 'closed':
      return m.mission_next_closed();
    case 'expired':
      return m.mission_next_expired();
    case 'rejected':
      return m.mission_next_rejected();
    case 'cancelled':
      return m.mission_next_cancelled();
  }
}
