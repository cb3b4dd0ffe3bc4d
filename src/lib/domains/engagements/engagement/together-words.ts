/** The words of the timeline for supervision, handovers, disputes and thanks; everything else that it knows is an early end. */
import { m } from '$lib/paraglide/messages.js';

const PLAIN: Readonly<Record<string, (() => string) | undefined>> = {
  supervisor_signed: m.engagement_happened_supervisor_signed,
  handover_proposed: m.engagement_happened_handover_proposed,
  handover_withdrawn: m.engagement_happened_handover_withdrawn,
  dispute_opened_volunteer: m.engagement_happened_dispute_volunteer,
  dispute_opened_ngo: m.engagement_happened_dispute_ngo,
  dispute_answered: m.engagement_happened_dispute_answered,
  dispute_withdrawn: m.engagement_happened_dispute_withdrawn,
  dispute_taken: m.engagement_happened_dispute_taken,
  dispute_proposed: m.engagement_happened_dispute_proposed,
  dispute_agreed: m.engagement_happened_dispute_agreed,
  dispute_decided: m.engagement_happened_dispute_decided,
  proposal_accepted_volunteer: m.engagement_happened_proposal_yes_volunteer,
  proposal_accepted_ngo: m.engagement_happened_proposal_yes_ngo,
  proposal_declined_volunteer: m.engagement_happened_proposal_no_volunteer,
  proposal_declined_ngo: m.engagement_happened_proposal_no_ngo,
  resolved_continue: m.resolution_continue,
  resolved_change_charter: m.resolution_change_charter,
  resolved_end_hours: m.resolution_end_hours,
  resolved_end_no_fault: m.resolution_end_no_fault,
  thanks_written_volunteer: m.engagement_happened_thanks_volunteer,
  thanks_written_ngo: m.engagement_happened_thanks_ngo,
  thanks_agreed_volunteer: m.engagement_happened_thanks_agreed,
  thanks_agreed_ngo: m.engagement_happened_thanks_agreed,
  thanks_taken_back: m.engagement_happened_thanks_taken_back,
};

const WITH_NAME: Readonly<Record<string, ((words: { note: string }) => string) | undefined>> = {
  supervisor_named: m.engagement_happened_supervisor_named,
  supervisor_replaced: m.engagement_happened_supervisor_replaced,
  supervisor_released: m.engagement_happened_supervisor_released,
};

const WITH_TEXT: Readonly<Record<string, (() => string) | undefined>> = {
  supervisor_refused: m.engagement_happened_supervisor_refused,
  handover_accepted: m.engagement_happened_handover_accepted,
  handover_refused: m.engagement_happened_handover_refused,
};

export function togetherHappened(what: string, note: string | null): { title: string; text?: string } {
  const plain = PLAIN[what];
  if (plain) return { title: plain() };
  const named = WITH_NAME[what];
  if (named) return { title: named({ note: note ?? '' }) };
  const title = (WITH_TEXT[what] ?? m.engagement_happened_terminated)();
  return note ? { title, text: note } : { title };
}
