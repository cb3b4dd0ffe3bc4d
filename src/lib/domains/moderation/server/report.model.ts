/** The collection of reports. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import {
  REPORT_OUTCOMES,
  REPORT_REASONS,
  REPORT_SUBJECTS,
  type ReportOutcome,
  type ReportReason,
  type ReportSubject,
} from '../report';

export interface ReportDocument extends WithOutbox {
  subject: ReportSubject;
  subjectId: string;
  reason: ReportReason;
  text: string;
  /** Null once the account is deleted. */
  reporterId: string | null;
  state: 'open' | 'resolved';
  outcome: ReportOutcome | null;
  note: string | null;
  resolvedBy: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
  /** Subject and reporter while open: nobody reports the same thing twice at a time. */
  openKey?: string;
  formKey?: string;
}

const schema = documentSchema<ReportDocument>({
  ...formKeyField,
  ...outboxField,
  subject: { type: String, required: true, enum: REPORT_SUBJECTS },
  subjectId: { type: String, required: true },
  reason: { type: String, required: true, enum: REPORT_REASONS },
  text: { type: String, required: true },
  reporterId: { type: String, default: null },
  state: { type: String, required: true, enum: ['open', 'resolved'] },
  outcome: { type: String, default: null, enum: [...REPORT_OUTCOMES, null] },
  note: { type: String, default: null },
  resolvedBy: { type: String, default: null },
  createdAt: { type: Date, required: true },
  resolvedAt: { type: Date, default: null },
  openKey: { type: String },
});
// createOnce: a form sent twice makes one report.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// fileReport: one open report per person and subject.
schema.index({ openKey: 1 }, { unique: true, sparse: true });
// openReports: the queue, oldest first.
schema.index({ state: 1, createdAt: 1 });
// Deletion of an account.
schema.index({ reporterId: 1 });
indexOutbox(schema);

export const Reports = defineModel<ReportDocument>('Report', schema, 'reports');
registerOutbox(Reports);
