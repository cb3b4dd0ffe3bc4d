/** The audit log as moderators read it: filtered, the latest first, by pages; and whole for the export. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { AUDIT_PAGE_SIZE, type AuditFilter, type AuditKind, type AuditSubject } from '../../audit';
import { AuditEntries, type AuditEntryDocument } from '../audit-entry.model';
import { subjectLabels } from './subject-labels';

export interface AuditLine {
  id: string;
  at: Date;
  kind: AuditKind;
  /** Null for the platform's own programs. */
  who: string | null;
  subject: AuditSubject;
  subjectId: string;
  label: string;
  path: string | null;
  before: string | null;
  after: string | null;
  note: string | null;
}

function conditions(filter: AuditFilter) {
  const from = filter.from ? new Date(`${filter.from}T00:00:00Z`) : null;
  const until = filter.to ? new Date(new Date(`${filter.to}T00:00:00Z`).getTime() + DAY) : null;
  return {
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.personId ? { by: filter.personId } : {}),
    ...(filter.about ? { subject: filter.about.subject, subjectId: filter.about.id } : {}),
    ...(from || until ? { at: op({ ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) }) } : {}),
  };
}

async function toLines(ctx: Context, entries: readonly AuditEntryDocument[]): Promise<AuditLine[]> {
  // The target of a merge is kept by its id, like every subject: it is read with the name it has now.
  const targets = entries.flatMap(({ kind, after }) =>
    kind === 'organisation.merged' && after ? [{ subject: 'organisation' as const, subjectId: after }] : [],
  );
  const labels = await subjectLabels(ctx, [...entries, ...targets]);
  const people = await personCards(entries.flatMap(({ by }) => (by ? [by] : [])));
  return entries.map((entry) => {
    const subject = labels.get(`${entry.subject}:${entry.subjectId}`);
    return {
      id: entry._id,
      at: entry.at,
      kind: entry.kind,
      who: entry.by ? (people.get(entry.by)?.name ?? entry.by) : null,
      subject: entry.subject,
      subjectId: entry.subjectId,
      label: subject?.label ?? entry.subjectId,
      path: subject?.path ?? null,
      before: entry.before,
      after: (entry.kind === 'organisation.merged' && labels.get(`organisation:${entry.after}`)?.label) || entry.after,
      note: entry.note,
    };
  });
}

export async function auditList(
  ctx: Context,
  filter: AuditFilter,
): Promise<{ lines: AuditLine[]; total: number; page: number; pages: number }> {
  requireModerator(ctx);
  const where = conditions(filter);
  const total = await AuditEntries.countDocuments(where);
  const pages = Math.max(1, Math.ceil(total / AUDIT_PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const entries = await AuditEntries.find(where)
    .sort({ at: -1, _id: -1 })
    .skip((page - 1) * AUDIT_PAGE_SIZE)
    .limit(AUDIT_PAGE_SIZE)
    .lean<AuditEntryDocument[]>();
  return { lines: await toLines(ctx, entries), total, page, pages };
}

/** Those who appear in the log, by name. */
export async function auditPeople(ctx: Context): Promise<{ id: string; name: string }[]> {
  requireModerator(ctx);
  const ids = (await AuditEntries.distinct('by')).filter((id): id is string => typeof id === 'string');
  return [...(await personCards(ids)).values()].sort((a, b) => a.name.localeCompare(b.name));
}

const BATCH = 500;

/** Every line of the filter, in batches. The policy is asked before the first batch is. */
export function auditBatches(ctx: Context, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  requireModerator(ctx);
  return batches(ctx, conditions(filter));
}

async function* batches(ctx: Context, where: ReturnType<typeof conditions>): AsyncGenerator<AuditLine[]> {
  for (let skip = 0; ; skip += BATCH) {
    const entries = await AuditEntries.find(where)
      .sort({ at: -1, _id: -1 })
      .skip(skip)
      .limit(BATCH)
      .lean<AuditEntryDocument[]>();
    if (entries.length > 0) yield await toLines(ctx, entries);
    if (entries.length < BATCH) return;
  }
}
