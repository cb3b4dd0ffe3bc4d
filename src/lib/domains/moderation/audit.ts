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
  'settings.changed',
  'match.receipt_sampled',
  'programme.opened',
  'dispute.taken',
  'dispute.given_back',
  'dispute.proposed',
  'dispute.closed',
  'edition.moved',
  'edition.staff_appointed',
  'edition.staff_dismissed',
  'schedule.published',
  'schedule.taken_back',
  'schedule.repaired',
  'schedule.shifted',
  'suggestions.published',
  'registration.approved',
  'registration.waitlisted',
  'registration.changes_requested',
  'registration.refused',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const SUBJECTS = [
  'organisation',
  'mission',
  'report',
  'person',
  'skill',
  'settings',
  'engagement',
  'edition',
  'registration',
] as const;
export type AuditSubject = (typeof SUBJECTS)[number];

export const AUDIT_PAGE_SIZE = 50;
const MAX_PAGE = 10_000;

export interface AuditFilter {
  kind: AuditKind | null;
  personId: string | null;
  /** What the act was about: `organisation:ID`. */
  about: { subject: AuditSubject; id: string } | null;
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

function aboutOf(value: string): AuditFilter['about'] {
  const [kind, id = ''] = value.split(':');
  const subject = SUBJECTS.find((each) => each === kind);
  return subject && /^[\w-]{1,120}$/.test(id) ? { subject, id } : null;
}

/** Values that mean nothing are left out, and the page is clamped. */
export function auditFilterOf(params: URLSearchParams): AuditFilter {
  const [kind, person, page] = [params.get('kind'), params.get('person') ?? '', params.get('page') ?? ''];
  return {
    kind: isAuditKind(kind) ? kind : null,
    personId: ID_PATTERN.test(person) ? person : null,
    about: aboutOf(params.get('about') ?? ''),
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
  if (filter.about) params.set('about', `${filter.about.subject}:${filter.about.id}`);
  if (filter.from) params.set('from', filter.from);
  if (filter.to) params.set('to', filter.to);
  if (filter.page > 1) params.set('page', String(filter.page));
  const query = params.toString();
  return query && `?${query}`;
}

export interface Change {
  field: string;
  before: string;
  after: string;
}

function partsOf(text: string | null): Record<string, unknown> | null {
  if (!text?.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const inWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join(', ');
  if (typeof value === 'object') return Object.values(value).map(inWords).join(' · ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The parts that differ, where an act keeps the whole of a record; null where it keeps a plain standing. */
export function changesOf(before: string | null, after: string | null): Change[] | null {
  const [was, is] = [partsOf(before), partsOf(after)];
  if (!is) return null;
  return Object.keys({ ...was, ...is })
    .map((field) => ({ field, before: inWords(was?.[field]), after: inWords(is[field]) }))
    .filter((change) => change.before !== change.after);
}
