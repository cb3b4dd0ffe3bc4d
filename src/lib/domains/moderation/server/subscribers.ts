/** What the moderation domain does by itself: the audit log, its mails, and its part when an account ends. */
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { subscribe, type DomainEvent, type EventPayloads } from '$lib/server/events';
import { AUDIT_KINDS, type AuditKind } from '../audit';
import { AuditEntries, type AuditEntryDocument } from './audit-entry.model';
import { AUDITED, type Act } from './audited-acts';
import './moderation-events';
import { mailReportFiled, mailReportResolved } from './report-mails';
import { Reports, type ReportDocument } from './report.model';

/** Keyed by the event: an event that is delivered twice makes one entry. */
async function writeEntry<K extends AuditKind>(kind: K, event: DomainEvent<K>): Promise<void> {
  const describe = AUDITED[kind] as (payload: EventPayloads[K]) => Act;
  const entry = { at: event.at, kind, ...describe(event.payload) };
  await AuditEntries.updateOne({ _id: event.id }, { $setOnInsert: entry }, { upsert: true });
}

async function forgetReporter(personId: string): Promise<void> {
  await Reports.updateMany({ reporterId: personId }, { $set: { reporterId: null }, $unset: { openKey: '' } });
}

function registerOwnPersonalData(): void {
  registerPersonalData('moderation.reports', async (personId) => {
    const found = await Reports.find({ reporterId: personId }).lean<ReportDocument[]>();
    return found.map(({ subject, subjectId, reason, text, state, outcome, note, createdAt, resolvedAt }) => {
      return { subject, subjectId, reason, text, state, outcome, note, createdAt, resolvedAt };
    });
  });
  registerPersonalData('moderation.acts', async (personId) => {
    const found = await AuditEntries.find({ by: personId }).sort({ at: 1 }).lean<AuditEntryDocument[]>();
    return found.map(({ at, kind, subject, subjectId, before, after, note }) => {
      return { at, kind, subject, subjectId, before, after, note };
    });
  });
}

export function registerModerationSubscribers(): void {
  for (const kind of AUDIT_KINDS) {
    subscribe(kind, 'moderation.audit', (event) => writeEntry(kind, event as DomainEvent<typeof kind>));
  }
  subscribe('report.filed', 'moderation.mail-moderators', mailReportFiled);
  subscribe('report.resolved', 'moderation.mail-reporter', mailReportResolved);
  subscribe('account.deleted', 'moderation.forget-reporter', ({ payload }) => forgetReporter(payload.personId));
  registerOwnPersonalData();
}
