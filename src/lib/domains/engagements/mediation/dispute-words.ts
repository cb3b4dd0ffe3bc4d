/** The words for disputes: where one stands, and what can come of it. */
import { m } from '$lib/paraglide/messages.js';
import type { DisputeEnd, DisputeState, Resolution } from './dispute';

export function resolutionWords(resolution: Resolution): { label: string; hint: string } {
  switch (resolution) {
    case 'continue':
      return { label: m.resolution_continue(), hint: m.resolution_continue_hint() };
    case 'change_charter':
      return { label: m.resolution_change_charter(), hint: m.resolution_change_charter_hint() };
    case 'end_hours':
      return { label: m.resolution_end_hours(), hint: m.resolution_end_hours_hint() };
    case 'end_no_fault':
      return { label: m.resolution_end_no_fault(), hint: m.resolution_end_no_fault_hint() };
  }
}

export function disputeState(
  state: DisputeState,
  ended: DisputeEnd | null,
): { label: string; tone: 'neutral' | 'accent' | 'good' | 'warn' } {
  switch (state) {
    case 'open':
      return { label: m.dispute_state_open(), tone: 'warn' };
    case 'taken':
      return { label: m.dispute_state_taken(), tone: 'accent' };
    case 'proposed':
      return { label: m.dispute_state_proposed(), tone: 'accent' };
    case 'closed':
      if (ended === 'agreed') return { label: m.dispute_ended_agreed(), tone: 'good' };
      if (ended === 'decided') return { label: m.dispute_ended_decided(), tone: 'neutral' };
      return { label: ended === 'left' ? m.dispute_ended_left() : m.dispute_ended_withdrawn(), tone: 'neutral' };
  }
}
