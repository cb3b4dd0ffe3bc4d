/** The words of moderation: kinds of acts, reasons of reports, why something waits. */
import { m } from '$lib/paraglide/messages.js';
import { RESOLUTIONS } from '$lib/domains/engagements/mediation/dispute';
import { resolutionWords } from '$lib/domains/engagements/mediation/dispute-words';
import { EDITION_STATES, FLOOR_ROLES } from '$lib/domains/exchange/edition/edition';
import { editionState, registrationState, roleName as floorRoleName } from '$lib/domains/exchange/exchange-words';
import { REGISTRATION_STATES } from '$lib/domains/exchange/registration/registration';
import { MISSION_STATES } from '$lib/domains/missions/mission';
import { stateWords as missionStateWords } from '$lib/domains/missions/mission-words';
import { MEMBER_ROLES, ORGANISATION_STATES } from '$lib/domains/organisations/organisation';
import { roleName, stateWords } from '$lib/domains/organisations/organisation-words';
import type { AuditKind } from './audit';
import { PLATFORM_ROLES, platformRoleWords } from './platform-role';
import type { ReportReason } from './report';

const AUDIT_WORDS: Record<AuditKind, () => string> = {
  'organisation.verified': m.audit_kind_organisation_verified,
  'organisation.changes_requested': m.audit_kind_organisation_changes_requested,
  'organisation.suspended': m.audit_kind_organisation_suspended,
  'organisation.reinstated': m.audit_kind_organisation_reinstated,
  'organisation.flags_cleared': m.audit_kind_organisation_flags_cleared,
  'organisation.merged': m.audit_kind_organisation_merged,
  'organisation.owner_appointed': m.audit_kind_member_made_owner,
  'mission.published': m.audit_kind_mission_published,
  'mission.changes_requested': m.audit_kind_mission_changes_requested,
  'mission.rejected': m.audit_kind_mission_rejected,
  'report.resolved': m.audit_kind_report_resolved,
  'account.role_granted': m.audit_kind_role_granted,
  'account.role_taken': m.audit_kind_role_taken,
  'skill.saved': m.audit_kind_skill_saved,
  'settings.changed': m.audit_kind_settings_changed,
  'match.receipt_sampled': m.audit_kind_receipt_sampled,
  'programme.opened': m.audit_kind_programme_opened,
  'dispute.taken': m.audit_kind_dispute_taken,
  'dispute.given_back': m.audit_kind_dispute_given_back,
  'dispute.proposed': m.audit_kind_dispute_proposed,
  'dispute.closed': m.audit_kind_dispute_closed,
  'edition.moved': m.audit_kind_edition_moved,
  'edition.staff_appointed': m.audit_kind_edition_staff_appointed,
  'edition.staff_dismissed': m.audit_kind_edition_staff_dismissed,
  'schedule.published': m.audit_kind_schedule_published,
  'schedule.taken_back': m.audit_kind_schedule_taken_back,
  'schedule.repaired': m.audit_kind_schedule_repaired,
  'schedule.shifted': m.audit_kind_schedule_shifted,
  'suggestions.published': m.audit_kind_suggestions_published,
  'registration.waitlisted': m.audit_kind_registration_waitlisted,
  'registration.approved': m.audit_kind_registration_approved,
  'registration.changes_requested': m.audit_kind_registration_changes_requested,
  'registration.refused': m.audit_kind_registration_refused,
};

export function auditWords(kind: AuditKind): string {
  return AUDIT_WORDS[kind]();
}

const REASON_WORDS: Record<ReportReason, () => string> = {
  not_genuine: m.report_reason_not_genuine,
  misleading: m.report_reason_misleading,
  illegal: m.report_reason_illegal,
  hateful: m.report_reason_hateful,
  personal_data: m.report_reason_personal_data,
  spam: m.report_reason_spam,
  other: m.report_reason_other,
};

export function reasonWords(reason: ReportReason): string {
  return REASON_WORDS[reason]();
}

/** Why an organisation is in the queue. */
export function whyWords(why: 'new' | 'corrected' | 'identity_changed' | 'no_owner'): string {
  if (why === 'new') return m.moderation_why_new();
  if (why === 'corrected') return m.moderation_why_corrected();
  return why === 'no_owner' ? m.moderation_why_no_owner() : m.moderation_why_identity_changed();
}

const one = <T extends string>(of: readonly T[], value: string): T | undefined => of.find((each) => each === value);

/** How the subject of an act stood, in words; what has no words of its own comes back as it is. */
export function standingWords(kind: AuditKind, value: string): string {
  if (kind.startsWith('mission.')) {
    const state = one(MISSION_STATES, value);
    return state ? missionStateWords(state).label : value;
  }
  if (kind.startsWith('account.')) {
    const words = (role: string) => {
      const known = one(PLATFORM_ROLES, role);
      return known ? platformRoleWords(known) : role;
    };
    return value.split(', ').map(words).join(', ');
  }
  if (kind === 'report.resolved') {
    if (value === 'open') return m.audit_standing_open();
    return value === 'acted' ? m.report_outcome_acted() : m.report_outcome_no_action();
  }
  if (kind === 'programme.opened') return m.audit_programme_open();
  if (kind.startsWith('dispute.')) {
    const resolution = one(RESOLUTIONS, value);
    return resolution ? resolutionWords(resolution).label : value;
  }
  if (kind.startsWith('edition.staff_')) {
    const role = one(FLOOR_ROLES, value);
    return role ? floorRoleName(role) : value;
  }
  if (kind === 'edition.moved') {
    const state = one(EDITION_STATES, value);
    return state ? editionState(state).label : value;
  }
  if (kind === 'schedule.repaired') return m.audit_standing_round({ round: value });
  if (kind === 'schedule.shifted') return m.audit_standing_later({ minutes: value });
  if (kind.startsWith('registration.')) {
    const state = one(REGISTRATION_STATES, value);
    return state ? registrationState(state).label : value;
  }
  if (kind === 'organisation.owner_appointed') {
    const role = one(MEMBER_ROLES, value);
    return role ? roleName(role) : value;
  }
  if (value === 'waiting') return m.audit_standing_waiting();
  if (value === 'changes_requested') return m.audit_kind_organisation_changes_requested();
  const state = one(ORGANISATION_STATES, value);
  return state ? stateWords(state).label : value;
}

const PART_WORDS: Record<string, (() => string) | undefined> = {
  group: m.audit_part_group,
  labels: m.audit_part_labels,
  escoUri: m.audit_part_esco,
  broader: m.audit_part_broader,
  related: m.audit_part_related,
  active: m.audit_part_active,
  replacedBy: m.desk_skill_heir,
  operatorName: m.settings_operator_name,
  operatorAddress: m.settings_operator_address,
  contactEmail: m.settings_contact,
  registrationOpen: m.settings_registration,
  replyDays: m.settings_reply_days,
  offerDays: m.settings_offer_days,
  undecidedPerSeat: m.settings_undecided,
};

/** The name of a part of a record that an act changed; what has no words of its own comes back as it is. */
export function partWords(field: string): string {
  return PART_WORDS[field]?.() ?? field;
}

export function partValue(value: string): string {
  if (value === 'true') return m.audit_value_yes();
  return value === 'false' ? m.audit_value_no() : value;
}
