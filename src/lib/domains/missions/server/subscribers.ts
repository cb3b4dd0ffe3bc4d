/** Wires the missions domain into a process: its index, mails and timers, and what it does about other domains' news. */
import './mission-events';
import { subscribe, type EventType } from '$lib/server/events';
import { registerIndex, reindexIds } from '$lib/server/search-access';
import { everySlug } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { registerExpireMissionsJob } from './jobs/expire-missions';
import { registerRemindDeadlinesJob } from './jobs/remind-deadlines';
import {
  mailCancelled,
  mailChangesRequested,
  mailDeadlineNear,
  mailExpired,
  mailPublished,
  mailRejected,
  mailSubmitted,
} from './mails/mission-mails';
import { missionIndex } from './mission-index';
import { MISSION_INDEX } from './mission.search';
import { moveMissions } from './move-missions';
import { missionIdsOfOrganisation, missionIdsWithSkills } from './queries/mission-ids';
import { registerMissionsPersonalData } from './own-personal-data';

/** Whatever changes what a list shows. */
const INDEXED = [
  'mission.published',
  'mission.changed',
  'mission.paused',
  'mission.resumed',
  'mission.deadline_extended',
  'mission.filled',
  'mission.seat_released',
  'mission.in_progress',
  'mission.delivered',
  'mission.outcome_reported',
  'mission.closed',
  'mission.expired',
  'mission.cancelled',
] as const satisfies readonly EventType[];

const OF_ORGANISATIONS = [
  'organisation.changed',
  'organisation.verified',
  'organisation.suspended',
  'organisation.reinstated',
] as const satisfies readonly EventType[];

export function registerMissionsSubscribers(): void {
  registerIndex(missionIndex);
  for (const type of INDEXED)
    subscribe(type, 'missions.index', ({ payload }) => reindexIds(MISSION_INDEX, [payload.missionId]));
  registerMails();
  for (const type of OF_ORGANISATIONS)
    subscribe(type, 'missions.index-of-organisation', async ({ payload }) => {
      await reindexIds(MISSION_INDEX, await missionIdsOfOrganisation(payload.organisationId));
    });
  subscribe('organisation.merged', 'missions.move', async ({ payload }) => {
    await moveMissions(payload.fromId, payload.intoId);
    await reindexIds(MISSION_INDEX, await missionIdsOfOrganisation(payload.intoId));
  });
  subscribe('skill.saved', 'missions.index-with-skill', async ({ payload }) => {
    await reindexIds(MISSION_INDEX, await missionIdsWithSkills(everySlug([payload.slug], await skillHeirs())));
  });
  subscribe('skills.loaded', 'missions.index-with-skills', async ({ payload }) => {
    await reindexIds(MISSION_INDEX, await missionIdsWithSkills(everySlug(payload.slugs, await skillHeirs())));
  });
  registerMissionsPersonalData();
  registerExpireMissionsJob();
  registerRemindDeadlinesJob();
}

function registerMails(): void {
  subscribe('mission.submitted', 'missions.mail', (event) => mailSubmitted(event, event.payload.missionId));
  subscribe('mission.published', 'missions.mail', (event) => mailPublished(event, event.payload.missionId));
  subscribe('mission.changes_requested', 'missions.mail', (event) =>
    mailChangesRequested(event, event.payload.missionId, event.payload.note),
  );
  subscribe('mission.rejected', 'missions.mail', (event) =>
    mailRejected(event, event.payload.missionId, event.payload.note),
  );
  subscribe('mission.deadline_near', 'missions.mail', (event) => mailDeadlineNear(event, event.payload.missionId));
  subscribe('mission.expired', 'missions.mail', (event) => mailExpired(event, event.payload.missionId));
  subscribe('mission.cancelled', 'missions.mail', (event) =>
    mailCancelled(event, event.payload.missionId, event.payload.note),
  );
}
