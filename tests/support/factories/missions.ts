/** Missions for tests: `aMission` is pure, the others persist through the commands and make their NGO and people. */
import { now } from '../../../src/lib/server/clock';
import { newId } from '../../../src/lib/shared/ids';
import { DAY } from '../../../src/lib/shared/dates';
import type { Mission, MissionContent, MissionRole, RoleContent } from '../../../src/lib/domains/missions/mission';
import { createMission as createMissionCommand } from '../../../src/lib/domains/missions/server/commands/create-mission';
import { publishMission } from '../../../src/lib/domains/missions/server/commands/publish-mission';
import { saveMission } from '../../../src/lib/domains/missions/server/commands/save-mission';
import { submitMission } from '../../../src/lib/domains/missions/server/commands/submit-mission';
import { missionForWork } from '../../../src/lib/domains/missions/server/queries/mission-for-work';
import { asPerson, asSystem } from '../contexts';
import { createVerifiedOrganisation } from './organisations';

let count = 0;

export function aRole(overrides: Partial<RoleContent> = {}): RoleContent {
  return {
    id: newId(),
    title: 'Drafting lawyer',
    mustHave: [
      { slug: 'amendment-drafting', level: 3 },
      { slug: 'eu-law', level: 2 },
    ],
    niceToHave: [{ slug: 'legislative-procedure', level: 2 }],
    languages: [{ code: 'en', level: 'C1', required: true }],
    hours: 30,
    seats: 1,
    licenceRequired: null,
    allowsStudents: true,
    ...overrides,
  };
}

/** Complete: it may be handed in as it is. */
export function aMissionContent(overrides: Partial<MissionContent> = {}): MissionContent {
  return {
    title: `Amendments for clean air in cities ${++count}`,
    summary: 'Twelve amendments that give cities the right to close streets on days of foul air.',
    goal: 'Parliament votes on the directive in spring.\n\nWe want cities to be free to act on the worst days of the year.',
    language: 'en',
    decider: { institution: 'european-parliament', unit: 'Committee on the Environment', personRole: 'Rapporteur' },
    file: { kind: 'procedure', reference: '2022/0347(COD)', title: 'Ambient air quality', url: null },
    stage: 'first_reading',
    deadline: new Date(now().getTime() + 60 * DAY),
    deadlineReason: 'Members table amendments until that day.',
    deliverables: [{ id: newId(), title: 'Table of amendments', detail: 'In two columns.' }],
    roles: [aRole()],
    place: { remote: true, country: 'BE', citySlug: 'brussels' },
    causes: ['climate', 'health'],
    jurisdictions: ['EU'],
    confidentiality: 'public',
    anonymisedSummary: '',
    opposingParties: [],
    ...overrides,
  };
}

export function aMissionRole(overrides: Partial<MissionRole> = {}): MissionRole {
  return { ...aRole(overrides), filledSeats: 0, takenBy: [], ...overrides };
}

/** A published mission as the database holds it. */
export function aMission(overrides: Partial<Mission> = {}): Mission {
  const content = aMissionContent();
  const id = newId();
  return {
    ...content,
    stage: 'first_reading',
    deadline: content.deadline ?? new Date(now().getTime() + 60 * DAY),
    _id: id,
    slug: `mission-${id}`,
    organisationId: newId(),
    template: null,
    roles: [aMissionRole()],
    state: 'published',
    version: 2,
    seatVersion: 0,
    reviewNote: '',
    endReason: '',
    remindersSent: [],
    clearedFor: [],
    createdBy: null,
    createdAt: now(),
    changedBy: null,
    changedAt: now(),
    submittedAt: now(),
    publishedAt: now(),
    ...overrides,
  };
}

export interface CreatedMission {
  id: string;
  slug: string;
  organisationId: string;
  ownerId: string;
  /** Ids of its roles, in order. */
  roleIds: string[];
}

export interface MissionParents {
  organisationId?: string;
  ownerId?: string;
}

/** A complete draft of a verified NGO, whose owner wrote it. */
export async function createDraft(
  overrides: Partial<MissionContent> = {},
  parents: MissionParents = {},
): Promise<CreatedMission & { version: number }> {
  const made =
    parents.organisationId && parents.ownerId
      ? { id: parents.organisationId, ownerId: parents.ownerId }
      : await createVerifiedOrganisation();
  const ctx = await asPerson(made.ownerId);
  const { missionId, slug } = await createMissionCommand(ctx, {
    organisationId: made.id,
    template: 'amendment_pack',
    language: 'en',
  });
  const content = aMissionContent(overrides);
  const { version } = await saveMission(ctx, { missionId, version: 1, content });
  const roleIds = content.roles.map((role) => role.id);
  return { id: missionId, slug, organisationId: made.id, ownerId: made.ownerId, roleIds, version };
}

/** Handed in and waiting for a moderator. */
export async function createSubmittedMission(
  overrides: Partial<MissionContent> = {},
  parents: MissionParents = {},
): Promise<CreatedMission> {
  const draft = await createDraft(overrides, parents);
  await submitMission(await asPerson(draft.ownerId), { missionId: draft.id });
  return draft;
}

/** Published: what most tests of other domains need. */
export async function createMission(
  overrides: Partial<MissionContent> = {},
  parents: MissionParents = {},
): Promise<CreatedMission> {
  const submitted = await createSubmittedMission(overrides, parents);
  const { slug } = await publishMission(asSystem(), { missionId: submitted.id });
  return { ...submitted, slug };
}

/** The mission as it stands now. */
export async function readMission(id: string): Promise<Mission> {
  const mission = await missionForWork(id);
  if (!mission) throw new Error(`no mission ${id}`);
  return mission;
}
