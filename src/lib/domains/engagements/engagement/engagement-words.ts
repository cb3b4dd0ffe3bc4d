/** The words for where an engagement stands, what comes next for whom, and what happened. */
import { m } from '$lib/paraglide/messages.js';
import type { DeliverableState } from '../delivery/delivery';
import { amountOf } from '../hours/hours-words';
import type { EndKind } from './ending';
import type { EngagementState, Party } from './engagement';
import { togetherHappened } from './together-words';
import type { NextStep } from './next-step';

type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
export interface StateWords {
  label: string;
  tone: Tone;
}

/** `endKind` tells work that was handed over from work that was ended. */
export function engagementState(state: EngagementState, endKind: EndKind | null = null): StateWords {
  switch (state) {
    case 'proposed':
      return { label: m.engagement_state_proposed(), tone: 'warn' };
    case 'active':
      return { label: m.engagement_state_active(), tone: 'accent' };
    case 'paused':
      return { label: m.engagement_state_paused(), tone: 'neutral' };
    case 'delivered':
      return { label: m.engagement_state_delivered(), tone: 'accent' };
    case 'revision':
      return { label: m.engagement_state_revision(), tone: 'warn' };
    case 'restitution_due':
      return { label: m.engagement_state_restitution_due(), tone: 'warn' };
    case 'closed':
      return { label: m.engagement_state_closed(), tone: 'good' };
    case 'disputed':
      return { label: m.engagement_state_disputed(), tone: 'warn' };
    case 'terminated':
      if (endKind === 'handover') return { label: m.engagement_state_handed_over(), tone: 'neutral' };
      return { label: m.engagement_state_terminated(), tone: 'neutral' };
  }
}

export interface NextWords {
  text: string;
  /** What to press, and where it leads below the engagement's own page. */
  label: string | null;
  path: string;
}

/** `name` is the other side's, `due` the outcome's date in words. */
export function nextWords(next: NextStep, side: Party, { name, due }: { name: string; due: string }): NextWords {
  switch (next) {
    case 'sign':
      return { text: m.engagement_next_sign(), label: m.engagement_go_sign(), path: '/charter' };
    case 'name_supervisor':
      return { text: m.engagement_next_name_supervisor(), label: m.engagement_go_team(), path: '/team#supervision' };
    case 'wait_supervisor':
      return { text: m.engagement_next_wait_supervisor(), label: m.engagement_go_team(), path: '/team#supervision' };
    case 'release_supervisor':
      return { text: m.engagement_next_release_supervisor(), label: m.engagement_go_team(), path: '/team#supervision' };
    case 'answer_handover':
      return {
        text: m.engagement_next_answer_handover({ name }),
        label: m.engagement_go_handover(),
        path: '/handover',
      };
    case 'answer_dispute':
      return {
        text: m.engagement_next_answer_dispute({ name }),
        label: m.engagement_go_mediation(),
        path: '/mediation',
      };
    case 'answer_proposal':
      return { text: m.engagement_next_answer_proposal(), label: m.engagement_go_mediation(), path: '/mediation' };
    case 'wait_mediation':
      return { text: m.engagement_next_wait_mediation(), label: m.engagement_go_mediation(), path: '/mediation' };
    case 'wait_signature':
      return { text: m.engagement_next_wait_signature({ name }), label: m.engagement_go_charter(), path: '/charter' };
    case 'sign_change':
      return { text: m.engagement_next_sign_change(), label: m.engagement_go_sign_change(), path: '/charter' };
    case 'answer_query':
      return { text: m.engagement_next_answer_query({ name }), label: m.engagement_go_hours(), path: '/hours' };
    case 'revise':
      return {
        text: m.engagement_next_revise({ name }),
        label: m.engagement_go_deliverables(),
        path: '#deliverables',
      };
    case 'deliver':
      return { text: m.engagement_next_deliver(), label: m.engagement_go_deliverables(), path: '#deliverables' };
    case 'wait_review':
      return { text: m.engagement_next_wait_review({ name }), label: m.engagement_go_hours(), path: '/hours' };
    case 'review':
      return {
        text: m.engagement_next_review({ name }),
        label: m.engagement_go_deliverables(),
        path: '#deliverables',
      };
    case 'verify':
      return { text: m.engagement_next_verify({ name }), label: m.engagement_go_hours(), path: '/hours' };
    case 'wait_delivery':
      return { text: m.engagement_next_wait_delivery({ name }), label: null, path: '' };
    case 'resume':
      return { text: m.engagement_next_resume(), label: null, path: '' };
    case 'write_outcome':
      return { text: m.engagement_next_write_outcome({ due }), label: m.engagement_go_outcome(), path: '/outcome' };
    case 'wait_outcome':
      return { text: m.engagement_next_wait_outcome({ name, due }), label: m.engagement_go_view(), path: '/outcome' };
    case 'add_reply':
      return { text: m.engagement_next_add_reply(), label: m.engagement_go_add_reply(), path: '/outcome#since' };
    case 'read_outcome':
      return { text: m.engagement_next_read_outcome(), label: m.engagement_go_read_outcome(), path: '/outcome' };
    case 'none':
      return { text: m.engagement_next_none(), label: side === 'ngo' ? m.engagement_go_hours() : null, path: '/hours' };
  }
}

export function deliveryState(state: DeliverableState): StateWords {
  switch (state) {
    case 'open':
      return { label: m.delivery_state_open(), tone: 'neutral' };
    case 'submitted':
      return { label: m.delivery_state_submitted(), tone: 'accent' };
    case 'revision':
      return { label: m.delivery_state_revision(), tone: 'warn' };
    case 'accepted':
      return { label: m.delivery_state_accepted(), tone: 'good' };
  }
}

/** Entries whose note is part of the sentence; the notes of others are what somebody wrote. */
export function engagementHappened(what: string, note: string | null): { title: string; text?: string } {
  const said = note ? { text: note } : {};
  switch (what) {
    case 'proposed':
      return { title: m.engagement_happened_proposed() };
    case 'charter_changed':
      return { title: m.engagement_happened_charter_changed({ note: note ?? '' }) };
    case 'charter_sponsored':
      return { title: m.engagement_happened_charter_sponsored({ note: note ?? '' }) };
    case 'change_proposed':
      return { title: m.engagement_happened_change_proposed(), ...said };
    case 'change_sponsor':
      return { title: m.engagement_happened_change_sponsor() };
    case 'change_mediated':
      return { title: m.engagement_happened_change_mediated() };
    case 'change_replaced':
      return { title: m.engagement_happened_change_replaced() };
    case 'change_signed_volunteer':
      return { title: m.engagement_happened_change_signed_volunteer() };
    case 'change_signed_ngo':
      return { title: m.engagement_happened_change_signed_ngo() };
    case 'change_agreed':
      return { title: m.engagement_happened_change_agreed({ note: note ?? '' }) };
    case 'change_declined':
      return { title: m.engagement_happened_change_declined(), ...said };
    case 'change_withdrawn':
      return { title: m.engagement_happened_change_withdrawn(), ...said };
    case 'signed_volunteer':
      return { title: m.engagement_happened_signed_volunteer() };
    case 'signed_ngo':
      return { title: m.engagement_happened_signed_ngo() };
    case 'active':
      return { title: m.engagement_happened_active() };
    case 'credit_named':
      return { title: m.engagement_happened_credit_named() };
    case 'credit_anonymous':
      return { title: m.engagement_happened_credit_anonymous() };
    case 'hours_verified':
      return { title: m.engagement_happened_hours_verified({ note: amountOf(Number(note)) }) };
    case 'submitted':
      return { title: m.engagement_happened_submitted({ note: note ?? '' }) };
    case 'deliverable_accepted':
      return { title: m.engagement_happened_deliverable_accepted({ note: note ?? '' }) };
    case 'milestone_added':
      return { title: m.engagement_happened_milestone_added({ note: note ?? '' }) };
    case 'milestone_changed':
      return { title: m.engagement_happened_milestone_changed({ note: note ?? '' }) };
    case 'milestone_done':
      return { title: m.engagement_happened_milestone_done({ note: note ?? '' }) };
    case 'milestone_open':
      return { title: m.engagement_happened_milestone_open({ note: note ?? '' }) };
    case 'milestone_removed':
      return { title: m.engagement_happened_milestone_removed({ note: note ?? '' }) };
    case 'accepted':
      return { title: m.engagement_happened_accepted() };
    case 'revision':
      return { title: m.engagement_happened_revision({ note: note ?? '' }) };
    case 'paused':
      return { title: m.engagement_happened_paused(), ...said };
    case 'resumed':
      return { title: m.engagement_happened_resumed() };
    case 'mission_cancelled':
      return { title: m.engagement_happened_mission_cancelled(), ...said };
    case 'left':
      return { title: m.engagement_happened_left() };
    case 'certificate':
      return { title: m.engagement_happened_certificate() };
    case 'certificate_withdrawn':
      return { title: m.engagement_happened_certificate_withdrawn() };
    case 'dissent':
      return { title: m.engagement_happened_dissent() };
    case 'dissent_taken_back':
      return { title: m.engagement_happened_dissent_taken_back() };
    case 'outcome_updated':
      return { title: m.engagement_happened_outcome_updated() };
    case 'published':
      return { title: m.engagement_happened_published() };
    default:
      return togetherHappened(what, note);
  }
}
