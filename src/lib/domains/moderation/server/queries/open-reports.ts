/** The moderators' queue of reports, oldest first, and one report whole. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { requireModerator, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { ReportOutcome, ReportReason, ReportSubject } from '../../report';
import { Reports, type ReportDocument } from '../report.model';
import { subjectLabels } from './subject-labels';

export interface ReportQueueItem {
  id: string;
  subject: ReportSubject;
  label: string;
  reason: ReportReason;
  waitingSince: Date;
}

export async function openReports(ctx: Context, limit = 50): Promise<ReportQueueItem[]> {
  requireModerator(ctx);
  const found = await Reports.find({ state: 'open' }).sort({ createdAt: 1 }).limit(limit).lean<ReportDocument[]>();
  const labels = await subjectLabels(ctx, found);
  return found.map(({ _id, subject, subjectId, reason, createdAt }) => ({
    id: _id,
    subject,
    reason,
    label: labels.get(`${subject}:${subjectId}`)?.label ?? subjectId,
    waitingSince: createdAt,
  }));
}

export async function countOpenReports(ctx: Context): Promise<number> {
  requireModerator(ctx);
  return Reports.countDocuments({ state: 'open' });
}

export interface ReportView extends ReportQueueItem {
  text: string;
  /** Where the moderators look at the subject. */
  path: string | null;
  reporter: string | null;
  state: 'open' | 'resolved';
  outcome: ReportOutcome | null;
  note: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
}

export async function reportPage(ctx: Context, reportId: string): Promise<ReportView> {
  requireModerator(ctx);
  const report = await Reports.findById(reportId).lean<ReportDocument>();
  if (!report) throw new AppError('not_found', 'error_not_found');
  const subject = (await subjectLabels(ctx, [report])).get(`${report.subject}:${report.subjectId}`);
  const people = await personCards([report.reporterId, report.resolvedBy].flatMap((id) => (id ? [id] : [])));
  return {
    id: report._id,
    subject: report.subject,
    label: subject?.label ?? report.subjectId,
    path: subject?.path ?? null,
    reason: report.reason,
    text: report.text,
    waitingSince: report.createdAt,
    reporter: report.reporterId ? (people.get(report.reporterId)?.name ?? null) : null,
    state: report.state,
    outcome: report.outcome,
    note: report.note,
    resolvedBy: report.resolvedBy ? (people.get(report.resolvedBy)?.name ?? null) : null,
    resolvedAt: report.resolvedAt,
  };
}
