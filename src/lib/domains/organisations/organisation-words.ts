/** The words for roles, states and what happened, in the reader's language. */
import { m } from '$lib/paraglide/messages.js';
import { formatNumber } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import type { MemberRole, OrganisationState, ReviewState } from './organisation';

export function roleName(role: MemberRole): string {
  if (role === 'owner') return m.organisation_role_owner();
  return role === 'editor' ? m.organisation_role_editor() : m.organisation_role_viewer();
}

export function roleChoices(): { value: MemberRole; label: string; hint: string }[] {
  return [
    { value: 'owner', label: roleName('owner'), hint: m.organisation_role_owner_hint() },
    { value: 'editor', label: roleName('editor'), hint: m.organisation_role_editor_hint() },
    { value: 'viewer', label: roleName('viewer'), hint: m.organisation_role_viewer_hint() },
  ];
}

export interface StateWords {
  label: string;
  tone: 'neutral' | 'good' | 'warn' | 'bad';
}

export function stateWords(state: OrganisationState, review: ReviewState = 'waiting'): StateWords {
  if (state === 'verified') return { label: m.organisation_state_verified(), tone: 'good' };
  if (state === 'suspended') return { label: m.organisation_state_suspended(), tone: 'bad' };
  if (review === 'not_asked') return { label: m.organisation_state_not_asked(), tone: 'neutral' };
  if (review === 'changes_requested') return { label: m.organisation_state_changes(), tone: 'warn' };
  return { label: m.organisation_state_pending(), tone: 'neutral' };
}

/** "Usually replies within 5 hours, answers 90% of applications"; hours up to two days, days after that. */
export function replyWords(replyHours: number | null, shareAnswered: number | null, locale: Locale): string {
  if (shareAnswered === null) return m.organisation_replies_unknown();
  const share = m.organisation_share_answered({
    share: formatNumber(shareAnswered, locale, { style: 'percent', maximumFractionDigits: 0 }),
  });
  if (replyHours === null) return share.charAt(0).toUpperCase() + share.slice(1);
  return `${replyTime(replyHours)}, ${share}`;
}

/** "Usually replies within 5 hours". */
export function replyTime(replyHours: number): string {
  const hours = Math.max(1, Math.ceil(replyHours));
  return hours < 48
    ? m.organisation_replies_hours({ count: hours })
    : m.organisation_replies_days({ count: Math.ceil(hours / 24) });
}

/** What a timeline entry says; an entry of a kind that has no words of its own comes back as it is. */
export function happenedWords(what: string): string {
  switch (what) {
    case 'created':
      return m.organisation_happened_created();
    case 'changed':
      return m.organisation_happened_changed();
    case 'resubmitted':
      return m.organisation_happened_resubmitted();
    case 'verified':
      return m.organisation_happened_verified();
    case 'changes_requested':
      return m.organisation_happened_changes_requested();
    case 'suspended':
      return m.organisation_happened_suspended();
    case 'reinstated':
      return m.organisation_happened_reinstated();
    case 'checked_again':
      return m.organisation_happened_checked_again();
    case 'merged':
      return m.organisation_happened_merged();
    case 'absorbed':
      return m.organisation_happened_absorbed();
    case 'member_joined':
      return m.organisation_happened_member_joined();
    case 'member_left':
      return m.organisation_happened_member_left();
    case 'member_removed':
      return m.organisation_happened_member_removed();
    case 'member_role_changed':
      return m.organisation_happened_member_role_changed();
    default:
      return what;
  }
}

/** The labels of the form's fields, to name what an error or a difference is about. */
export function fieldLabels(): Record<string, string> {
  return {
    name: m.organisation_name_label(),
    legalForm: m.organisation_legal_form(),
    country: m.organisation_country(),
    city: m.organisation_city_label(),
    website: m.organisation_website(),
    purpose: m.organisation_purpose_label(),
    description: m.organisation_description_label(),
    language: m.organisation_language_label(),
    causes: m.organisation_causes(),
    languages: m.organisation_languages_label(),
    proof: m.organisation_proof_label(),
    means: m.organisation_means_label(),
    registerNumber: m.organisation_register_label(),
  };
}
