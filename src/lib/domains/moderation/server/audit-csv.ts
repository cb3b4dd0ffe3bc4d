/** The audit log as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236). */
import { stringify } from 'csv-stringify/sync';
import type { AuditLine } from './queries/audit-list';

const COLUMNS = ['at', 'who', 'act', 'subject', 'subject_id', 'label', 'before', 'after', 'note'] as const;
const OPTIONS = { escape_formulas: true, record_delimiter: '\r\n' } as const;

export function auditCsvHead(): string {
  return stringify([[...COLUMNS]], OPTIONS);
}

export function auditCsvLines(lines: readonly AuditLine[]): string {
  return stringify(
    lines.map(({ at, who, kind, subject, subjectId, label, before, after, note }) =>
      [at.toISOString(), who, kind, subject, subjectId, label, before, after, note].map((cell) => cell ?? ''),
    ),
    OPTIONS,
  );
}
