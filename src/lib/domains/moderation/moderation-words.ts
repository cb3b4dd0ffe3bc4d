/** The words of moderation: kinds of acts, reasons of reports, why something waits. */
import { m } from '$lib/paraglide/messages.js';
import type { AuditKind } from './audit';
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
