/**
 * The scorer: exact points of every volunteer for one role, without allocation, and of one volunteer by the very same
 * functions. Points are whole units (see weights.ts), so sums are exact in any order. Pure.
 */
import type { Criterion } from '../weights';
import { hoursUnits, placeStake, replyStake, replyUnits, sharedMinutes, type CompiledRole } from './compiled-role';
import { TOUCHING_CRITERIA, type CreditGroup, type CreditList, type TouchingCriterion } from './credit-lists';
import { EXCLUSION_BITS } from './exclusion-kinds';
import { firstFrom, seek, type Posting } from './token-table';
import { EARTH_KM, ON_SITE_ONLY, quartersIn } from './volunteer-columns';

/** Volunteers are taken in blocks that stay in the cache, so that a million cost ten times 100,000. */
const BLOCK = 8192;
const units = new Int32Array(BLOCK);
const best = new Int32Array(BLOCK);
const spoken = new Uint8Array(BLOCK);
const masks = new Uint8Array(BLOCK);
/** The units of the list at hand: long enough for the engine to know where it is and skip looking it up. */
const byLevel = new Int32Array(64);

function addList(entries: Int32Array, { posting, units: earned }: CreditList, from: number, to: number): void {
  const { last } = posting;
  const sums = units;
  const earnedAt = byLevel;
  const end = to << 3;
  for (let level = 0; level < earned.length; level++) byLevel[level] = earned[level] as number;
  for (let at = seek(entries, posting, from); at < last; at++) {
    const entry = entries[at] as number;
    if (entry >= end) break;
    const slot = (entry >> 3) - from;
    sums[slot] = (sums[slot] as number) + (earnedAt[entry & 7] as number);
  }
}

/** Adds only what the list has above the lists of its group before it. */
function raise(entries: Int32Array, { posting, units: earned }: CreditList, from: number, to: number): void {
  const { last } = posting;
  const sums = units;
  const bests = best;
  const earnedAt = byLevel;
  const end = to << 3;
  for (let level = 0; level < earned.length; level++) byLevel[level] = earned[level] as number;
  for (let at = seek(entries, posting, from); at < last; at++) {
    const entry = entries[at] as number;
    if (entry >= end) break;
    const slot = (entry >> 3) - from;
    const before = bests[slot] as number;
    const now = earnedAt[entry & 7] as number;
    if (now <= before) continue;
    bests[slot] = now;
    sums[slot] = (sums[slot] as number) + now - before;
  }
}

function addGroups(role: CompiledRole, groups: readonly CreditGroup[], from: number, to: number): void {
  const { entries } = role.columns.table;
  for (const { lists } of groups) {
    const [first] = lists;
    if (first === undefined) continue;
    if (lists.length === 1) {
      addList(entries, first, from, to);
      continue;
    }
    best.fill(0, 0, to - from);
    for (const list of lists) raise(entries, list, from, to);
  }
}

/** Keeps the bits of `kept` and sets those of `set` for everyone of the posting. */
function maskAll(role: CompiledRole, posting: Posting, block: [from: number, to: number], kept: number, set: number) {
  const { entries } = role.columns.table;
  const [from, to] = block;
  for (let at = seek(entries, posting, from); at < posting.last; at++) {
    const slot = ((entries[at] as number) >> 3) - from;
    if (slot >= to - from) break;
    masks[slot] = ((masks[slot] as number) & kept) | set;
  }
}

/** Takes the bit away from those who speak every required language: found so often in one list after the other. */
function clearSpeakers(role: CompiledRole, from: number, to: number): void {
  const { entries } = role.columns.table;
  const needed = role.requiredLanguages.length;
  const kept = ~EXCLUSION_BITS.language_required;
  if (needed > 1) spoken.fill(0, 0, to - from);
  for (const { posting, rank } of role.requiredLanguages) {
    const { last } = posting;
    for (let at = seek(entries, posting, from); at < last; at++) {
      const entry = entries[at] as number;
      const slot = (entry >> 3) - from;
      if (slot >= to - from) break;
      if ((entry & 7) < rank) continue;
      if (needed > 1) {
        spoken[slot] = (spoken[slot] as number) + 1;
        if (spoken[slot] !== needed) continue;
      }
      masks[slot] = (masks[slot] as number) & kept;
    }
  }
}

/** Fills `masks` with every reason that depends on what the volunteer has or has not. */
function markExclusions(role: CompiledRole, from: number, to: number): void {
  const { not_available, language_required, licence_required, conflict_of_interest } = EXCLUSION_BITS;
  const needsLanguage = role.requiredLanguages.length > 0;
  const everyone =
    (role.closes > role.opens ? 0 : not_available) |
    (needsLanguage ? language_required : 0) |
    (role.licensed === null ? 0 : licence_required);
  masks.fill(everyone, 0, to - from);
  if (needsLanguage) clearSpeakers(role, from, to);
  if (role.licensed !== null) maskAll(role, role.licensed, [from, to], ~licence_required, 0);
  for (const { posting, bit } of role.marks) maskAll(role, posting, [from, to], -1, bit);
  for (const position of role.acceptedConflicts) {
    if (position < from || position >= to) continue;
    masks[position - from] = (masks[position - from] as number) & ~conflict_of_interest;
  }
}

/** Adds the hours of those who are not free all the time, and marks those who are never free while the role lasts. */
function addLimitedHours(role: CompiledRole, from: number, to: number): void {
  const { positions, from: begins, until, quarters } = role.columns.limited;
  const sums = units;
  const marks = masks;
  const { opens, closes, enoughMinutes, unitsPerMinute } = role;
  for (let at = firstFrom(positions, from); at < positions.length; at++) {
    const slot = (positions[at] as number) - from;
    if (slot >= to - from) break;
    const pace = quarters[at] as number;
    const free = sharedMinutes(opens, closes, begins[at] as number, until[at] as number);
    const earned = hoursUnits(free, enoughMinutes[pace] as number, unitsPerMinute[pace] as number);
    sums[slot] = (sums[slot] as number) + earned;
    // The sign of `free - 1` is the bit of not_available.
    marks[slot] = (marks[slot] as number) | ((free - 1) >>> 31);
  }
}

/**
 * Kilometres over ground for the cosine of the angle between two places: the chord and the first terms of the arcsine,
 * within 0.01 % up to 3,000 km, for a tenth of the time of the arc cosine.
 */
function kilometresOf(cosine: number): number {
  const chord = Math.sqrt(2 - 2 * cosine);
  const square = chord * chord;
  return EARTH_KM * chord * (1 + square / 24 + (3 * square * square) / 640);
}

/** Kilometres between the role's place and the volunteer's; NaN where one has no coordinates. */
export function kilometresApart({ columns, x, y, z }: CompiledRole, position: number): number {
  const at = (column: Float64Array) => column[position] as number;
  return kilometresOf(Math.min(1, x * at(columns.x) + y * at(columns.y) + z * at(columns.z)));
}

/** Without coordinates on one side only the country is known. */
function countryUnits(role: CompiledRole, position: number): number {
  const same = role.country === role.columns.country[position];
  return same ? Math.round(role.stakes.place * role.weights.curves.sameCountry) : 0;
}

/** Remote work needs no place: there it counts only against those who do not work remotely. */
function addPlace(role: CompiledRole, from: number, to: number): void {
  if (role.remote) return;
  const { x, y, z, cosNear, cosFar, radiusKm } = role.columns;
  const { x: px, y: py, z: pz } = role;
  const stake = role.stakes.place;
  const perKm = stake / role.weights.curves.fadeKm;
  for (let position = from; position < to; position++) {
    const cosine = px * (x[position] as number) + py * (y[position] as number) + pz * (z[position] as number);
    if (cosine <= (cosFar[position] as number)) continue;
    let earned = stake;
    if (Number.isNaN(cosine)) earned = countryUnits(role, position);
    else if (cosine < (cosNear[position] as number)) {
      const lost = (kilometresOf(cosine) - (radiusKm[position] as number)) * perKm;
      earned = stake - ((Math.min(stake, Math.max(0, lost)) + 0.5) | 0);
    }
    units[position - from] = (units[position - from] as number) + earned;
  }
}

/** Adds what the traits earn and divides by what counts, or says why someone is kept out. */
function finish(role: CompiledRole, from: number, to: number, into: Float64Array): void {
  const sums = units;
  const marks = masks;
  const { traits } = role.columns;
  const { stakesByTraits, hoursByQuarters } = role;
  const perHundredth = role.stakes.responsiveness / 100;
  const traitsOfAll = role.remote ? 0 : ON_SITE_ONLY;
  for (let position = from; position < to; position++) {
    const slot = position - from;
    const own = (traits[position] as number) | traitsOfAll;
    const mask = marks[slot] as number;
    const earned =
      (sums[slot] as number) + (hoursByQuarters[quartersIn(own)] as number) + replyUnits(own, perHundredth);
    // -1 for those who are ranked, 0 for those kept out: cheaper than a branch that nobody can predict.
    const ranked = (mask - 1) >> 31;
    into[position] = ((earned & ranked) - mask) / (stakesByTraits[(own & 3) | (~ranked & 4)] as number);
  }
}

/**
 * Scores everyone: by position 0..1, or, for those who are kept out, the negative of their exclusion bits. `into` may be
 * reused from call to call.
 */
export function scoreAll(role: CompiledRole, into: Float64Array = new Float64Array(role.columns.size)): Float64Array {
  const { size } = role.columns;
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    units.fill(role.earnedByAll, 0, to - from);
    addGroups(role, role.optional, from, to);
    addPlace(role, from, to);
    markExclusions(role, from, to);
    addLimitedHours(role, from, to);
    finish(role, from, to, into);
  }
  return into;
}

export interface PointsOfOne {
  /** 0..1, also for someone who is kept out. */
  score: number;
  excluded: number;
  earned: Record<Criterion, number>;
  atStake: Record<Criterion, number>;
}

function addedBy(add: () => void): number {
  units[0] = 0;
  add();
  return units[0];
}

/** The units of one volunteer, criterion by criterion. */
export function pointsOf(role: CompiledRole, position: number): PointsOfOne {
  const { columns, stakes, credits } = role;
  const end = position + 1;
  const own = columns.traits[position] as number;
  markExclusions(role, position, end);
  const touched = Object.fromEntries(
    TOUCHING_CRITERIA.map((criterion) => [
      criterion,
      addedBy(() => addGroups(role, credits[criterion], position, end)),
    ]),
  ) as Record<TouchingCriterion, number>;
  const earned: Record<Criterion, number> = {
    ...touched,
    hours: addedBy(() => addLimitedHours(role, position, end)) + (role.hoursByQuarters[quartersIn(own)] as number),
    place: addedBy(() => addPlace(role, position, end)),
    responsiveness: replyUnits(own, stakes.responsiveness / 100),
  };
  const atStake: Record<Criterion, number> = {
    ...stakes,
    place: placeStake(role.remote, own, stakes.place),
    responsiveness: replyStake(own, stakes.responsiveness),
  };
  const sum = (part: Record<Criterion, number>) => Object.values(part).reduce((total, value) => total + value, 0);
  return { score: sum(earned) / Math.max(1, sum(atStake)), excluded: masks[0] as number, earned, atStake };
}
