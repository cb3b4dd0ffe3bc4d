/** Why a score is what it is and why someone is kept out: structured data, never prose; reason-text.ts puts it in words. Pure. */
import type { LanguageAtLevel, LanguageNeed, Licence, SkillAtLevel } from './match-input';
import type { Criterion } from './weights';

export interface SkillBelow extends SkillAtLevel {
  needed: SkillAtLevel['level'];
}

export interface LanguageBelow extends LanguageNeed {
  needed: LanguageAtLevel['level'];
}

/** `met` says the level held; `missing` the level asked for. */
export interface SkillFit {
  met: SkillAtLevel[];
  below: SkillBelow[];
  missing: SkillAtLevel[];
}

export interface LanguageFit {
  met: LanguageAtLevel[];
  below: LanguageBelow[];
  missing: LanguageNeed[];
}

export interface StandInHeld {
  needed: string;
  held: string;
  level: SkillAtLevel['level'];
  /** 0..1 of the credit of the skill needed. */
  fraction: number;
}

export interface LawFit {
  known: string[];
  unknown: string[];
  /** Null: the role asks for none. */
  licence: (Licence & { held: boolean }) | null;
}

/** Hours, rounded to tenths; `until` is the day from which the volunteer is no longer free, if it comes first. */
export interface HoursFit {
  available: number;
  needed: number;
  perWeek: number;
  until: number | null;
}

type Reason<C extends Criterion, Key extends string, Params> = { criterion: C; key: Key; params: Params };

export type MatchReason =
  | Reason<Criterion, 'not_counted', Record<string, never>>
  | Reason<'mustHave', 'has_all_must_have' | 'has_some_must_have' | 'has_no_must_have', SkillFit>
  | Reason<'niceToHave', 'has_all_nice_to_have' | 'has_some_nice_to_have' | 'has_no_nice_to_have', SkillFit>
  | Reason<'related', 'needs_no_stand_in' | 'has_stand_ins' | 'has_no_stand_in', { standIns: StandInHeld[] }>
  | Reason<'languages', 'speaks_all' | 'speaks_some' | 'speaks_none', LanguageFit>
  | Reason<'causes', 'shares_causes' | 'shares_no_cause', { shared: string[]; others: string[] }>
  | Reason<'jurisdiction', 'knows_all_law' | 'knows_some_law' | 'knows_no_law', LawFit>
  | Reason<'hours', 'hours_enough' | 'hours_short', HoursFit>
  | Reason<'hours', 'hours_unknown', { needed: number }>
  | Reason<'place', 'place_near' | 'place_far', { kilometres: number; radiusKm: number }>
  | Reason<'place', 'place_same_country' | 'place_elsewhere', { country: string }>
  | Reason<'place', 'place_not_remote', Record<string, never>>
  | Reason<'responsiveness', 'replies', { medianReplyHours: number | null; shareAnswered: number | null }>;

export type ReasonKey = MatchReason['key'];

export interface CriterionScore {
  criterion: Criterion;
  /** False: the role does not ask for it, or nothing is known; it then does not count at all. */
  applies: boolean;
  /** 0..1. */
  value: number;
  /** Points at stake; 0 when it does not apply. */
  weight: number;
  /** Points earned; the score is the sum of these by the sum of `weight`. */
  points: number;
  /** A must-have skill or a licence is missing or below its level: shown first, and never hidden. */
  warns: boolean;
  reason: MatchReason;
}

export type Exclusion =
  | { kind: 'not_available'; params: { noHours: boolean; from: number | null; until: number | null } }
  | { kind: 'language_required'; params: { below: LanguageBelow[]; missing: LanguageNeed[] } }
  | { kind: 'conflict_of_interest'; params: { parties: string[]; files: string[] } }
  | { kind: 'blocked'; params: { ngoId: string } }
  | { kind: 'programme_refuses'; params: { causes: string[]; counterparties: string[] } }
  | { kind: 'student_without_supervisor'; params: Record<string, never> }
  | { kind: 'licence_required'; params: Licence };

export interface MatchExplanation {
  roleId: string;
  volunteerId: string;
  weightsVersion: string;
  /** 0..1; also reckoned for someone who is kept out. */
  score: number;
  /** In the fixed order of CRITERIA, those that do not apply included. */
  criteria: CriterionScore[];
  /** Empty for those who are ranked. */
  exclusions: Exclusion[];
}
