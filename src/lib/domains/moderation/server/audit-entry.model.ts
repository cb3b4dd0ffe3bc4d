/** The collection of the audit log: only ever added to; `_id` is the event's, so that no act is written twice. */
import { defineModel, documentSchema } from '$lib/server/mongo';
import { AUDIT_KINDS, type AuditKind, type AuditSubject } from '../audit';

export interface AuditEntryDocument {
  _id: string;
  at: Date;
  kind: AuditKind;
  /** Null for the platform's own programs. */
  by: string | null;
  subject: AuditSubject;
  subjectId: string;
  before: string | null;
  after: string | null;
  note: string | null;
}

const schema = documentSchema<AuditEntryDocument>({
  at: { type: Date, required: true },
  kind: { type: String, required: true, enum: AUDIT_KINDS },
  by: { type: String, default: null },
  subject: { type: String, required: true },
  subjectId: { type: String, required: true },
  before: { type: String, default: null },
  after: { type: String, default: null },
  note: { type: String, default: null },
});
// auditList: the latest first, alone or of one person one kind, or about one object.
schema.index({ at: -1 });
schema.index({ by: 1, at: -1 });
schema.index({ kind: 1, at: -1 });
// auditList of one object.
schema.index({ subjectId: 1, at: -1 });

export const AuditEntries = defineModel<AuditEntryDocument>('AuditEntry', schema, 'audit_entries');
