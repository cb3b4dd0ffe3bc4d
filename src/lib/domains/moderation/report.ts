/** Reports: somebody tells the moderators that an organisation, a mission or a volunteer's page is not what it should be. Pure. */
import { z } from 'zod';
import { text } from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';

export const REPORT_SUBJECTS = ['organisation', 'mission', 'volunteer'] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

export const REPORT_REASONS = [
  'not_genuine',
  'misleading',
  'illegal',
  'hateful',
  'personal_data',
  'spam',
  'other',
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What the moderators did about it. */
export const REPORT_OUTCOMES = ['acted', 'no_action'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

export const fileReportSchema = z.strictObject({ reason: z.enum(REPORT_REASONS), text: text(2000, 10) });
export type FileReport = z.output<typeof fileReportSchema> & { subject: ReportSubject; subjectId: string };

export const resolveReportSchema = z.strictObject({
  outcome: z.enum(REPORT_OUTCOMES),
  note: text(2000, 5),
});
export type ResolveReport = z.output<typeof resolveReportSchema> & { reportId: string };

/** What the address of the report form says: which page is meant. */
export const reportTargetSchema = z.object({ subject: z.enum(REPORT_SUBJECTS), id: z.string().regex(ID_PATTERN) });
