/** A role made ready to be scored against one set of volunteer columns. Pure. */
import { cefrRank } from '$lib/domains/skills/language';
import type { MatchRole, MatchSkillGraph } from '../match-input';
import type { Criterion, MatchWeights } from '../weights';
import { creditGroups, stakesOf, TOUCHING_CRITERIA, type CreditGroup, type TouchingCriterion } from './credit-lists';
import { EXCLUSION_BITS } from './exclusion-kinds';
import { distinct, foldedNames, languageNeeds } from './role-needs';
import { postingOf, type Posting, type TokenKind } from './token-table';
import {
  ALWAYS,
  licenceKey,
  minutesOf,
  MOST_QUARTERS,
  ON_SITE_ONLY,
  REPLIES_KNOWN,
  replyIn,
  unitVector,
  type VolunteerColumns,
} from './volunteer-columns';

export const MINUTES_PER_WEEK = 7 * 24 * 60;

export interface ScoringContext {
  columns: VolunteerColumns;
  graph: MatchSkillGraph;
  weights: MatchWeights;
  /** Milliseconds since 1970. */
  now: number;
}

export interface CompiledRole extends ScoringContext {
  role: MatchRole;
  stakes: Readonly<Record<Criterion, number>>;
  credits: Readonly<Record<TouchingCriterion, readonly CreditGroup[]>>;
  /**
   * Units that everyone who is not kept out has earned: for what is required. The lists that say so are left out of
   * `optional`, which is `credits` without them.
   */
  earnedByAll: number;
  optional: readonly CreditGroup[];
  /** Units at stake in all, by the lowest two bits of the traits; from 4 on it is 1, for those who are kept out. */
  stakesByTraits: Float64Array;
  /** Units of hours of those who are free all the time, by quarters of an hour a week. */
  hoursByQuarters: Int32Array;
  /** Minutes since 1970. */
  opens: number;
  closes: number;
  /** Minutes of work that suffice and units for each of them, by quarters of an hour a week. */
  enoughMinutes: Int32Array;
  unitsPerMinute: Float64Array;
  remote: boolean;
  /** Point on the unit sphere; NaN without coordinates. */
  x: number;
  y: number;
  z: number;
  /** Entry of the columns' countries; -1 when nobody is there. */
  country: number;
  requiredLanguages: readonly { posting: Posting; rank: number }[];
  /** Those who hold the licence the law requires; null when it requires none. */
  licensed: Posting | null;
  /** Everyone in the posting is kept out for the reason of the bit. */
  marks: readonly { posting: Posting; bit: number }[];
  acceptedConflicts: readonly number[];
}

/** The smaller and the larger of two whole numbers less than 2^31 apart, without a branch that nobody can predict. */
const smaller = (a: number, b: number): number => (b + ((a - b) & ((a - b) >> 31))) | 0;
const larger = (a: number, b: number): number => (a - ((a - b) & ((a - b) >> 31))) | 0;

/** Minutes that two stretches of time share; 0 or less: they never meet. */
export function sharedMinutes(opens: number, closes: number, from: number, until: number): number {
  return (smaller(closes, until) - larger(opens, from)) | 0;
}

/** Units for `minutes` of shared time. */
export function hoursUnits(minutes: number, enoughMinutes: number, unitsPerMinute: number): number {
  return (larger(0, smaller(minutes, enoughMinutes)) * unitsPerMinute + 0.5) | 0;
}

/** A hundredth of a stake is a whole number of units, so the product is exact. */
export function replyUnits(traits: number, perHundredth: number): number {
  return Math.imul(replyIn(traits), perHundredth);
}

/** Units at stake: remote work needs no place, so there it counts only against those who do not work remotely. */
export const placeStake = (remote: boolean, traits: number, stake: number): number =>
  !remote || (traits & ON_SITE_ONLY) !== 0 ? stake : 0;

export const replyStake = (traits: number, stake: number): number => ((traits & REPLIES_KNOWN) !== 0 ? stake : 0);

type HoursOfRole = Pick<CompiledRole, 'enoughMinutes' | 'unitsPerMinute'>;

function hoursTables(role: MatchRole, paces: Int32Array, stake: number, openEndedWeeks: number): HoursOfRole {
  const enoughMinutes = new Int32Array(MOST_QUARTERS + 1);
  const unitsPerMinute = new Float64Array(MOST_QUARTERS + 1);
  const longest = role.deadline === null ? openEndedWeeks * MINUTES_PER_WEEK : ALWAYS;
  const quartersNeeded = (role.hoursNeeded ?? 0) * 4 * MINUTES_PER_WEEK;
  for (const quarters of paces) {
    const enough = Math.min(ALWAYS, Math.ceil(quartersNeeded / quarters));
    enoughMinutes[quarters] = Math.min(enough, longest);
    unitsPerMinute[quarters] = stake / Math.max(1, enough);
  }
  return { enoughMinutes, unitsPerMinute };
}

function hoursWhenFree(minutes: number, paces: Int32Array, { enoughMinutes, unitsPerMinute }: HoursOfRole): Int32Array {
  const units = new Int32Array(MOST_QUARTERS + 1);
  for (const quarters of paces) {
    units[quarters] = hoursUnits(minutes, enoughMinutes[quarters] as number, unitsPerMinute[quarters] as number);
  }
  return units;
}

function stakesByTraits(stakes: Record<Criterion, number>, remote: boolean): Float64Array {
  const everyone = TOUCHING_CRITERIA.reduce((sum, criterion) => sum + stakes[criterion], stakes.hours);
  const table = new Float64Array(8).fill(1);
  for (let traits = 0; traits < 4; traits++) {
    const inAll = everyone + placeStake(remote, traits, stakes.place) + replyStake(traits, stakes.responsiveness);
    // Nothing at stake earns nothing: 0 divided by 1.
    table[traits] = Math.max(1, inAll);
  }
  return table;
}

/** Throws a RangeError for a weight outside 0..100 and an Error for columns compiled with other curves. */
export function compileRole(role: MatchRole, context: ScoringContext): CompiledRole {
  const { columns, graph, weights, now } = context;
  const { table } = columns;
  if (columns.curves !== weights.curves) throw new Error('the volunteers were compiled with other curves');
  const marks = (bit: number, kind: TokenKind, keys: readonly string[]) =>
    keys
      .map((key) => ({ posting: postingOf(table, kind, key), bit }))
      .filter(({ posting }) => posting.last > posting.first);
  const stakes = stakesOf(role, graph, weights);
  const parties = foldedNames(role.opposingParties);
  const { place } = role;
  const located = !place.remote && place.lat !== null && place.lng !== null;
  const [x, y, z] = located ? unitVector(place.lat ?? NaN, place.lng ?? NaN) : [NaN, NaN, NaN];
  const hours = hoursTables(role, columns.paces, stakes.hours, weights.curves.openEndedWeeks);
  const opens = minutesOf(Math.max(now, role.starts ?? now), ALWAYS);
  const closes = minutesOf(role.deadline, ALWAYS);
  const credits = creditGroups(role, { table, graph, weights }, stakes);
  const groups = TOUCHING_CRITERIA.flatMap((criterion) => credits[criterion]);
  return {
    ...context,
    ...hours,
    role,
    stakes,
    credits,
    earnedByAll: groups.reduce((sum, group) => sum + (group.requiredUnits ?? 0), 0),
    optional: groups.filter((group) => group.requiredUnits === null),
    stakesByTraits: stakesByTraits(stakes, place.remote),
    hoursByQuarters: hoursWhenFree(sharedMinutes(opens, closes, -ALWAYS, ALWAYS), columns.paces, hours),
    opens,
    closes,
    remote: place.remote,
    x,
    y,
    z,
    country: place.remote ? -1 : columns.countries.indexOf(place.country),
    requiredLanguages: languageNeeds(role.languages)
      .filter(({ required }) => required)
      .map(({ code, level }) => ({ posting: postingOf(table, 'language', code), rank: cefrRank(level) })),
    licensed: role.licence?.requiredByLaw === true ? postingOf(table, 'licence', licenceKey(role.licence)) : null,
    marks: [
      ...marks(EXCLUSION_BITS.conflict_of_interest, 'party', parties),
      ...marks(EXCLUSION_BITS.conflict_of_interest, 'file', foldedNames(role.conflictFiles)),
      ...marks(EXCLUSION_BITS.blocked, 'blockedNgo', [role.ngoId]),
      ...marks(EXCLUSION_BITS.programme_refuses, 'refusedCause', distinct(role.causes)),
      ...marks(EXCLUSION_BITS.programme_refuses, 'refusedParty', parties),
      ...(role.forbidsStudentsWithoutSupervisor
        ? marks(EXCLUSION_BITS.student_without_supervisor, 'studentAlone', [''])
        : []),
    ],
    acceptedConflicts: role.acceptedConflicts
      .map((id) => columns.positions.get(id))
      .filter((position) => position !== undefined),
  };
}
