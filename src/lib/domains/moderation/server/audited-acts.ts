/** From events to entries of the audit log: who did what to what, and how it stood before and after. */
import '$lib/domains/accounts/server/accounts-events';
import '$lib/domains/engagements/server/engagements-events';
import '$lib/domains/exchange/server/exchange-events';
import '$lib/domains/matching/server/matching-events';
import '$lib/domains/missions/server/mission-events';
import '$lib/domains/organisations/server/organisation-events';
import '$lib/domains/programmes/server/programme-events';
import '$lib/domains/skills/server/skill.events';
import type { EventPayloads } from '$lib/server/events';
import type { AuditKind } from '../audit';
import type { AuditEntryDocument } from './audit-entry.model';
import './moderation-events';

export type Act = Omit<AuditEntryDocument, '_id' | 'at' | 'kind'>;

const nothing = { before: null, after: null, note: null };

type OrganisationDecision = EventPayloads['organisation.verified'];

const organisation = (payload: OrganisationDecision, before: string | null, after: string | null): Act => ({
  by: payload.by,
  subject: 'organisation',
  subjectId: payload.organisationId,
  before,
  after,
  note: payload.note,
});

const mission = (payload: EventPayloads['mission.published'], after: string): Act => ({
  by: payload.by,
  subject: 'mission',
  subjectId: payload.missionId,
  before: 'submitted',
  after,
  note: payload.note,
});

const roles = (payload: EventPayloads['account.role_granted']): Act => ({
  ...nothing,
  by: payload.by,
  subject: 'person',
  subjectId: payload.personId,
  before: payload.before.join(', ') || '–',
  after: payload.after.join(', ') || '–',
});

const dispute = ({ engagementId, by }: EventPayloads['dispute.taken']): Act => ({
  ...nothing,
  by,
  subject: 'engagement',
  subjectId: engagementId,
});

const floorTask = (
  { editionId, role, by }: EventPayloads['edition.staff_dismissed'],
  standing: 'before' | 'after',
): Act => ({ ...nothing, by, subject: 'edition', subjectId: editionId, [standing]: role });

const onFloor = ({ editionId, by }: EventPayloads['suggestions.published']): Act => ({
  ...nothing,
  by,
  subject: 'edition',
  subjectId: editionId,
});

const registration = ({ registrationId, by, note }: EventPayloads['registration.approved'], after: string): Act => ({
  ...nothing,
  by,
  subject: 'registration',
  subjectId: registrationId,
  after,
  note,
});

/** For each kind of act, what to keep of its event. */
export const AUDITED: { [K in AuditKind]: (payload: EventPayloads[K]) => Act } = {
  'organisation.verified': (payload) => organisation(payload, payload.from, 'verified'),
  'organisation.changes_requested': (payload) => organisation(payload, 'waiting', 'changes_requested'),
  'organisation.suspended': (payload) => organisation(payload, payload.from, 'suspended'),
  'organisation.reinstated': (payload) => organisation(payload, payload.from, payload.to),
  'organisation.flags_cleared': ({ organisationId, by, note, detail }) => ({
    by,
    subject: 'organisation',
    subjectId: organisationId,
    before: detail,
    after: null,
    note,
  }),
  'organisation.merged': ({ fromId, intoId, by, note }) => ({
    by,
    subject: 'organisation',
    subjectId: fromId,
    before: null,
    after: intoId,
    note,
  }),
  'organisation.owner_appointed': ({ organisationId, by, from }) => ({
    by,
    subject: 'organisation',
    subjectId: organisationId,
    before: from,
    after: 'owner',
    note: null,
  }),
  'mission.published': (payload) => mission(payload, 'published'),
  'mission.changes_requested': (payload) => mission(payload, 'changes_requested'),
  'mission.rejected': (payload) => mission(payload, 'rejected'),
  'report.resolved': ({ reportId, by, outcome, note }) => ({
    by,
    subject: 'report',
    subjectId: reportId,
    before: 'open',
    after: outcome,
    note,
  }),
  'account.role_granted': roles,
  'account.role_taken': roles,
  'match.receipt_sampled': ({ missionId, role, by }) => ({
    ...nothing,
    by,
    subject: 'mission',
    subjectId: missionId,
    note: role,
  }),
  'dispute.taken': dispute,
  'dispute.given_back': dispute,
  'dispute.proposed': (payload) => ({ ...dispute(payload), after: payload.resolution, note: payload.note }),
  'dispute.closed': (payload) => ({ ...dispute(payload), after: payload.resolution, note: payload.note }),
  'programme.opened': ({ organisationId, by }) => ({
    ...nothing,
    by,
    subject: 'organisation',
    subjectId: organisationId,
    after: 'open',
  }),
  'skill.saved': ({ slug, byPersonId, before, after }) => ({
    ...nothing,
    by: byPersonId,
    subject: 'skill',
    subjectId: slug,
    before: before && JSON.stringify(before),
    after: JSON.stringify(after),
  }),
  'settings.changed': ({ by, before, after }) => ({
    ...nothing,
    by,
    subject: 'settings',
    subjectId: 'platform',
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }),
  'edition.moved': ({ editionId, from, state, by }) => ({
    ...nothing,
    by,
    subject: 'edition',
    subjectId: editionId,
    before: from,
    after: state,
  }),
  'edition.staff_appointed': (payload) => floorTask(payload, 'after'),
  'edition.staff_dismissed': (payload) => floorTask(payload, 'before'),
  'schedule.published': onFloor,
  'schedule.taken_back': onFloor,
  'schedule.repaired': (payload) => ({ ...onFloor(payload), after: String(payload.from + 1) }),
  'schedule.shifted': (payload) => ({ ...onFloor(payload), after: String(payload.minutes) }),
  'suggestions.published': onFloor,
  'registration.approved': (payload) => registration(payload, 'approved'),
  'registration.waitlisted': (payload) => registration(payload, 'waitlisted'),
  'registration.changes_requested': (payload) => registration(payload, 'changes_requested'),
  'registration.refused': (payload) => registration(payload, 'refused'),
};
