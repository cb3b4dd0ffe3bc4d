/** The audit log: which acts are kept, and how the list is asked for. Pure. */
import { ID_PATTERN } from '$lib/shared/ids';

export const AUDIT_KINDS = [
  'organisation.verified',
  'organisation.changes_requested',
  'organisation.suspended',
  'organisation.reinstated',
  'organisation.flags_cleared',
  'organisation.merged',
  'organisation.owner_appointed',
  'mission.published',
  'mission.changes_requested',
  'mission.rejected',
  'report.resolved',
  'account.role_granted',
  'account.role_taken',
  'skill.saved',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export type AuditSubject = 'organisation' | 'mission' | 'report' | 'person' | 'skill';

export const AUDIT_PAGE_SIZE = 50;
const MAX_PAGE = 10_000;

export interface AuditFilter {
  kind: AuditKind | null;
  personId: string | null;
  /** Calendar days `2027-03-12`, both included; in UTC. */
  from: string | null;
  to: string | null;
  page: number;
}

export function isAuditKind(value: string | null): value is AuditKind {
  return AUDIT_KINDS.some((kind) => kind === value);
}

function dayOf(value: string | null): string | null {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  return Number.isNaN(new Date(`${value}T00:00:00Z`).getTime()) ? null : value;
}

/** Values that mean nothing are left out, and the page is clamped. */
export function auditFilterOf(params: URLSearchParams): AuditFilter {
  const [kind, person, page] = [params.get('kind'), params.get('person') ?? '', params.get('page') ?? ''];
  return {
    kind: isAuditKind(kind) ? kind : null,
    personId: ID_PATTERN.test(person) ? person : null,
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    page: /^\d{1,6}$/.test(page) ? Math.min(Math.max(Number(page), 1), MAX_PAGE) : 1,
  };
}

/** The query that leads to this list again, `''` for the plain one. */
export function auditQuery(filter: AuditFilter): string {
  const params = new URLSearchParams();
  if (filter.kind) params.set('kind', filter.kind);
  if (filter.personId) params.set('person', filter.personId);
  if (filter.from) params.set('from', filter.from);
  if (filter.to) params.set('to', filter.to);
  if (filter.page > 1) params.set('page', String(filter.page));
  const query = params.toString();
  return query && `?${query}`;
}
