/**
 * The widening tiers in which candidates are fetched where scoring everyone is not possible: plain data that a query
 * turns into a search filter, and the same conditions as a predicate. Pure.
 */
import { languageToken, languageTokens } from '$lib/domains/skills/language';
import { distanceKm } from '$lib/domains/skills/place';
import { levelToken, levelTokens } from '$lib/domains/skills/skill';
import type { MatchRole, MatchSkillGraph, MatchVolunteer } from './match-input';
import { distinct, languageNeeds, skillNeeds } from './scoring/role-needs';

export type TierNumber = 1 | 2 | 3;

export type TierPlace =
  | { kind: 'remote' }
  /** Within a fixed circle; the volunteer's own radius is the scorer's business. */
  | { kind: 'near'; lat: number; lng: number; radiusKm: number }
  | { kind: 'country'; country: string };

/** Null: no condition. */
export interface TierPlan {
  tier: TierNumber;
  /** Skill tokens such as `eu-law>=2`, all of which a candidate has. */
  allSkills: readonly string[];
  /** Skill tokens of which a candidate has at least one. */
  anySkill: readonly string[] | null;
  /** Language tokens such as `fr>=B2`, all of which a candidate has. */
  languages: readonly string[];
  /** Milliseconds since 1970: free at some moment after `opens` and before `closes` (null: no end). */
  dates: { opens: number; closes: number | null } | null;
  place: TierPlace | null;
}

export const TIER_RADIUS_KM = 100;

/**
 * 1: all must-have skills at their level, required languages, dates and place. 2: all must-have skills at any level and
 * required languages. 3: one skill asked for, whichever, or one that stands in for it. Each holds everyone the one before
 * it holds.
 */
export function tiersOf(role: MatchRole, graph: MatchSkillGraph, now: number): TierPlan[] {
  const mustHave = skillNeeds(role.mustHave);
  const asked = skillNeeds([...role.mustHave, ...role.niceToHave]).map(({ skill }) => skill);
  const near = asked.flatMap((skill) => (graph.get(skill) ?? []).map((other) => other.skill));
  const languages = languageNeeds(role.languages)
    .filter(({ required }) => required)
    .map(({ code, level }) => languageToken(code, level));
  const open = { anySkill: null, dates: null, place: null };
  return [
    {
      ...open,
      tier: 1,
      allSkills: mustHave.map(({ skill, level }) => levelToken(skill, level)),
      languages,
      dates: { opens: Math.max(now, role.starts ?? now), closes: role.deadline },
      place: placeOf(role),
    },
    { ...open, tier: 2, allSkills: mustHave.map(({ skill }) => levelToken(skill, 1)), languages },
    {
      ...open,
      tier: 3,
      allSkills: [],
      // Without must-have skills the tier before holds everyone who speaks the languages: this one must not be narrower.
      anySkill: mustHave.length === 0 ? null : distinct([...asked, ...near]).map((skill) => levelToken(skill, 1)),
      languages: [],
    },
  ];
}

function placeOf({ place }: MatchRole): TierPlace {
  if (place.remote) return { kind: 'remote' };
  const { lat, lng, country } = place;
  if (lat === null || lng === null) return { kind: 'country', country };
  return { kind: 'near', lat, lng, radiusKm: TIER_RADIUS_KM };
}

/** The same conditions on one volunteer: what the search filter made of the plan must find. */
export function fitsTier(plan: TierPlan, volunteer: MatchVolunteer): boolean {
  const skills = new Set(volunteer.skills.flatMap(({ skill, level }) => levelTokens(skill, level)));
  const languages = new Set(volunteer.languages.flatMap(({ code, level }) => languageTokens(code, level)));
  return (
    plan.allSkills.every((token) => skills.has(token)) &&
    (plan.anySkill === null || plan.anySkill.some((token) => skills.has(token))) &&
    plan.languages.every((token) => languages.has(token)) &&
    fitsDates(plan.dates, volunteer) &&
    fitsPlace(plan.place, volunteer)
  );
}

function fitsDates(dates: TierPlan['dates'], { availableFrom, availableUntil }: MatchVolunteer): boolean {
  if (dates === null) return true;
  const begins = Math.max(dates.opens, availableFrom ?? dates.opens);
  return begins < Math.min(dates.closes ?? Infinity, availableUntil ?? Infinity);
}

function fitsPlace(wanted: TierPlace | null, { place }: MatchVolunteer): boolean {
  if (wanted === null) return true;
  if (wanted.kind === 'remote') return place.remoteOk;
  if (wanted.kind === 'country') return place.country === wanted.country;
  if (place.lat === null || place.lng === null) return false;
  return distanceKm(wanted, { lat: place.lat, lng: place.lng }) <= wanted.radiusKm;
}

/** The first tier that holds at least `wanted`, or the widest; `found` counts candidates by tier. */
export function tierThatSuffices(found: Readonly<Record<TierNumber, number>>, wanted: number): TierNumber {
  return ([1, 2] as const).find((tier) => found[tier] >= wanted) ?? 3;
}
