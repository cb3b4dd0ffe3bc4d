/** A mission: what an NGO needs, from whom, by when. Types and fixed lists. Pure. */
import type { LanguageCode, CefrLevel } from '$lib/domains/skills/language';
import type { RequirableLicence } from '$lib/domains/skills/licences/licence';
import type { SkillLevel } from '$lib/domains/skills/skill';
import type { InstitutionCode } from './subject/institution';
import type { PolicyFile } from './subject/policy-file';
import type { MissionStage } from './subject/stage';

export const MISSION_STATES = [
  'draft',
  'submitted',
  'changes_requested',
  'published',
  'filled',
  'in_progress',
  'delivered',
  'outcome_reported',
  'closed',
  'rejected',
  'paused',
  'expired',
  'cancelled',
] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/**
 * Who may read it: everyone; whoever is signed in; or, for `cleared`, whoever is signed in may read the anonymised
 * summary, and only those whose interests were checked may read who asks and about what.
 */
export const CONFIDENTIALITIES = ['public', 'members', 'cleared'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

export interface SkillNeed {
  slug: string;
  /** At least this level. */
  level: SkillLevel;
}

export interface LanguageNeed {
  code: LanguageCode;
  level: CefrLevel;
  /** Without it the role cannot be done; otherwise it only helps. */
  required: boolean;
}

/** A licence that the law asks for. */
export interface LicenceNeed {
  kind: RequirableLicence;
  jurisdiction: string;
}

export interface Deliverable {
  id: string;
  title: string;
  detail: string;
}

/** What the NGO writes of a role. */
export interface RoleContent {
  id: string;
  title: string;
  mustHave: SkillNeed[];
  niceToHave: SkillNeed[];
  languages: LanguageNeed[];
  /** Whole hours of work for one seat; null while nobody has said. */
  hours: number | null;
  seats: number;
  licenceRequired: LicenceNeed | null;
  /** Students without a named supervisor may apply too. */
  allowsStudents: boolean;
}

export interface SeatTaken {
  engagementId: string;
  personId: string;
}

export interface MissionRole extends RoleContent {
  filledSeats: number;
  takenBy: SeatTaken[];
}

export interface Decider {
  institution: InstitutionCode | null;
  unit: string;
  /** "Rapporteur in the committee": a role, never a name. */
  personRole: string;
}

export interface MissionPlace {
  remote: boolean;
  country: string | null;
  citySlug: string | null;
}

/** What the NGO writes; a draft may lack anything. */
export interface MissionContent {
  title: string;
  summary: string;
  /** Markdown. */
  goal: string;
  /** Language the text is written in. */
  language: LanguageCode;
  decider: Decider;
  file: PolicyFile;
  stage: MissionStage | null;
  deadline: Date | null;
  deadlineReason: string;
  deliverables: Deliverable[];
  roles: RoleContent[];
  place: MissionPlace;
  causes: string[];
  jurisdictions: string[];
  confidentiality: Confidentiality;
  anonymisedSummary: string;
  /** Names of those the mission works against, for the conflict check; never public. */
  opposingParties: string[];
}

/** A mission as it is kept, from the first draft on. */
export interface MissionDraft extends Omit<MissionContent, 'roles'> {
  _id: string;
  /** The id itself until it is published; afterwards made of the title, or neutral when the title must not be known. */
  slug: string;
  organisationId: string;
  template: string | null;
  roles: MissionRole[];
  state: MissionState;
  /** Counts the edits: an edit names the version it started from. */
  version: number;
  /** Counts the seats taken and given back, so that an edit and a seat never overwrite each other. */
  seatVersion: number;
  reviewNote: string;
  endReason: string;
  /** Days before the deadline at which the NGO was reminded already. */
  remindersSent: number[];
  /** People whose interests were checked: they may read a `cleared` mission. */
  clearedFor: string[];
  /** People who made the conflict check of a `cleared` mission, whatever it found: it is made once. */
  checkedBy?: string[];
  createdBy: string | null;
  createdAt: Date;
  /** Who saved last. */
  changedBy: string | null;
  changedAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
}

/** A mission that was submitted once: nothing that others rely on is missing. */
export interface Mission extends MissionDraft {
  stage: MissionStage;
  deadline: Date;
}

export function isWhole<T extends MissionDraft>(mission: T): mission is T & Mission {
  return mission.deadline !== null && mission.stage !== null;
}

export function openSeats(role: Pick<MissionRole, 'seats' | 'filledSeats'>): number {
  return Math.max(0, role.seats - role.filledSeats);
}

export function hasOpenSeats(mission: { roles: readonly Pick<MissionRole, 'seats' | 'filledSeats'>[] }): boolean {
  return mission.roles.some((role) => openSeats(role) > 0);
}

export function takenSeats(mission: { roles: readonly Pick<MissionRole, 'filledSeats'>[] }): number {
  return mission.roles.reduce((sum, role) => sum + role.filledSeats, 0);
}

/** Hours of all seats together; roles without a number count as none. */
export function totalHours(roles: readonly Pick<RoleContent, 'hours' | 'seats'>[]): number {
  return roles.reduce((sum, role) => sum + (role.hours ?? 0) * role.seats, 0);
}

/** Unfinished missions that one NGO may have. */
export const MAX_DRAFTS = 60;
/** Missions that one person may put aside. */
export const MAX_SAVED = 200;

/** Most of each, so that a page stays a page. */
export const LIMITS = {
  title: 120,
  summary: 400,
  goal: 6000,
  unit: 160,
  personRole: 160,
  reference: 120,
  fileTitle: 240,
  deadlineReason: 300,
  deliverables: 12,
  deliverableTitle: 160,
  deliverableDetail: 600,
  roles: 6,
  roleTitle: 120,
  skills: 12,
  languages: 6,
  hours: 400,
  seats: 20,
  causes: 4,
  jurisdictions: 6,
  parties: 20,
  party: 160,
  reason: 1000,
} as const;
