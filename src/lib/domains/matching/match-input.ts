/** What the scorer takes: a role, a volunteer and the kinship of skills, as plain data. Pure. */
import type { CefrLevel } from '$lib/domains/skills/language';
import type { SkillLevel } from '$lib/domains/skills/skill';

export interface SkillAtLevel {
  skill: string;
  level: SkillLevel;
}

export interface LanguageAtLevel {
  /** ISO 639 code. */
  code: string;
  level: CefrLevel;
}

export interface LanguageNeed extends LanguageAtLevel {
  /** A required language that is not spoken at this level excludes; any other only costs. */
  required: boolean;
}

export interface Licence {
  /** Such as `bar`. */
  kind: string;
  jurisdiction: string;
}

export interface LicenceNeed extends Licence {
  /** Excludes whoever does not hold it when the law requires it; otherwise its lack only costs. */
  requiredByLaw: boolean;
}

export type RolePlace =
  | { remote: true }
  /** Degrees; null when only the country is known. */
  | { remote: false; country: string; lat: number | null; lng: number | null };

/** One role of a mission, with what its mission lends it. All times are milliseconds since 1970. */
export interface MatchRole {
  id: string;
  missionId: string;
  ngoId: string;
  mustHave: readonly SkillAtLevel[];
  niceToHave: readonly SkillAtLevel[];
  languages: readonly LanguageNeed[];
  causes: readonly string[];
  jurisdictions: readonly string[];
  licence: LicenceNeed | null;
  hoursNeeded: number | null;
  /** When the work can begin; null: now. */
  starts: number | null;
  deadline: number | null;
  place: RolePlace;
  forbidsStudentsWithoutSupervisor: boolean;
  /** Names or register numbers of those the mission works against. */
  opposingParties: readonly string[];
  /** Policy files on which earlier work for others would be a conflict of interest. */
  conflictFiles: readonly string[];
  /** Volunteers whose conflict the NGO was told of and accepted on the record. */
  acceptedConflicts: readonly string[];
}

export type VolunteerTrack = 'professional' | 'academic' | 'student' | 'retired';

export interface VolunteerPlace {
  country: string | null;
  /** Degrees; null when not given. */
  lat: number | null;
  lng: number | null;
  remoteOk: boolean;
  /** How far the volunteer travels from there; null: does not travel. */
  radiusKm: number | null;
}

export interface MatchVolunteer {
  id: string;
  skills: readonly SkillAtLevel[];
  languages: readonly LanguageAtLevel[];
  causes: readonly string[];
  jurisdictions: readonly string[];
  licences: readonly Licence[];
  /** Null: not said, which costs; 0: none at present, which excludes. */
  hoursPerWeek: number | null;
  availableFrom: number | null;
  availableUntil: number | null;
  place: VolunteerPlace;
  track: VolunteerTrack;
  hasSupervisor: boolean;
  responsiveness: {
    medianReplyHours: number | null;
    /** 0..1 of the messages and invitations that were due an answer. */
    shareAnswered: number | null;
  };
  /** Clients, employers, register numbers, and files worked on, of the last 24 months; the caller leaves out older ones. */
  interests: { parties: readonly string[]; files: readonly string[] };
  /** NGOs that blocked the volunteer or that the volunteer blocked. */
  blockedNgos: readonly string[];
  /** What the sponsoring employer's programme refuses; null without an employer. */
  programme: { excludedCauses: readonly string[]; excludedCounterparties: readonly string[] } | null;
}

/** A skill and its neighbours, as the skills list states them. */
export interface MatchSkill {
  id: string;
  /** Each earns `fraction` (0..1) of the credit of this skill, and this one the same of theirs. */
  related?: readonly { skill: string; fraction: number }[];
  /** The skills this one is a kind of. */
  broader?: readonly string[];
}

export interface StandIn {
  skill: string;
  /** 0..1: how much of the credit of the skill asked for it earns. */
  fraction: number;
}

/** For each skill, the other skills that count for it in part. */
export type MatchSkillGraph = ReadonlyMap<string, readonly StandIn[]>;
