/** The weights in force and every fixed number of the formula: versioned, public, shown on "How matching works". Pure. */

/** The fixed order in which criteria are added up, listed and shown. */
export const CRITERIA = [
  'mustHave',
  'niceToHave',
  'related',
  'languages',
  'causes',
  'jurisdiction',
  'hours',
  'place',
  'responsiveness',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The numbers of the formula beside the weights. All values are 0..1 unless the name says a unit. */
export interface MatchCurves {
  /** Value of a skill held 0, 1, 2, 3 levels below the level asked for. */
  levelsShort: readonly [number, number, number, number];
  /** Value of a language spoken 0 to 5 CEFR steps below the level asked for. */
  stepsShort: readonly [number, number, number, number, number, number];
  /** A role without a deadline is reckoned over this many weeks from the day the work can begin. */
  openEndedWeeks: number;
  /** Everyone is near within this many kilometres, also those who do not travel: the size of a town. */
  townKm: number;
  /** Beyond the volunteer's radius the value falls in a straight line to 0 over this many kilometres. */
  fadeKm: number;
  /** Value of "same country" where one side has no coordinates. */
  sameCountry: number;
  /** Replies at or below `fullHours` are worth 1, at or above `zeroHours` 0, in a straight line between. */
  reply: { fullHours: number; zeroHours: number; speedShare: number; answeredShare: number };
}

export interface MatchWeights {
  version: string;
  /** Day from which they were in force, as `2026-11-24`. */
  since: string;
  /** Points per criterion, 0..100 each. */
  points: Readonly<Record<Criterion, number>>;
  curves: MatchCurves;
}

/**
 * Why these numbers. A band of equal visibility is 0.1 wide and the points sum to 100, so a criterion of 10 or fewer
 * can move a person by one band at most, and only must-have skills can move anyone further.
 */
export const WEIGHTS: MatchWeights = {
  version: '2026-11',
  since: '2026-11-24',
  points: {
    // What the NGO says it cannot do without: as much as the four next together, so that nothing makes up for it.
    mustHave: 40,
    // Helps the NGO, keeps nobody out.
    niceToHave: 10,
    // Tells a neighbouring expert from a stranger among those who lack a skill; too little to beat the skill itself.
    related: 10,
    // Languages that are required exclude when missing; the rest is what this measures.
    languages: 10,
    // People finish what they care about, but skill comes first.
    causes: 8,
    // Whose law one knows matters for legal roles only, which are those that name a jurisdiction or a licence.
    jurisdiction: 7,
    // Too few hours before the deadline is a real risk, and one that can be talked about.
    hours: 8,
    // Most work is remote; for the rest, travel is the volunteer's own choice.
    place: 4,
    // Courtesy counts a little; more would punish newcomers and people with a full week.
    responsiveness: 3,
  },
  curves: {
    levelsShort: [1, 0.6, 0.3, 0.1],
    stepsShort: [1, 0.6, 0.25, 0, 0, 0],
    openEndedWeeks: 12,
    townKm: 10,
    fadeKm: 100,
    sameCountry: 0.3,
    // A day is prompt for someone with a job; after a week an NGO with a deadline has had to look elsewhere.
    reply: { fullHours: 24, zeroHours: 168, speedShare: 0.7, answeredShare: 0.3 },
  },
};

/** Every version ever in force, the newest first, so that old receipts can be replayed. A change is a new entry, never an edit. */
export const WEIGHT_HISTORY: readonly MatchWeights[] = [WEIGHTS];

export function weightsOf(version: string): MatchWeights | null {
  return WEIGHT_HISTORY.find((weights) => weights.version === version) ?? null;
}

export interface WeightsVersion {
  version: string;
  since: string;
  /** What it changed in the points of the version before; empty for the first. */
  changes: { criterion: Criterion; from: number; to: number }[];
  /** Whether it changed other numbers of the formula, too. */
  curvesChanged: boolean;
}

/** What each version changed, the newest first: for the page that shows it. */
export function versionsOfWeights(history: readonly MatchWeights[] = WEIGHT_HISTORY): WeightsVersion[] {
  return history.map(({ version, since, points, curves }, at) => {
    const before = history[at + 1];
    const changes = CRITERIA.flatMap((criterion) => {
      const from = before?.points[criterion] ?? points[criterion];
      return from === points[criterion] ? [] : [{ criterion, from, to: points[criterion] }];
    });
    const curvesChanged = before !== undefined && JSON.stringify(before.curves) !== JSON.stringify(curves);
    return { version, since, changes, curvesChanged };
  });
}

/**
 * The scorer adds in whole millionths of a point: integer sums are exact in any order, so the number of the fast path
 * and the sum of its reasons are the same to the bit.
 */
export const UNITS_PER_POINT = 1_000_000;

export function weightUnits(weights: MatchWeights, criterion: Criterion): number {
  const points = weights.points[criterion];
  if (!(points >= 0 && points <= 100)) throw new RangeError(`${criterion}: a weight is 0 to 100 points, not ${points}`);
  return Math.round(points * 1000) * (UNITS_PER_POINT / 1000);
}
