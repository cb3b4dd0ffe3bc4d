/** The platform's own figures, and what keeps small groups out of them. Pure. */
import { medianOf } from '$lib/domains/matching/ranking/fairness';

/** A figure that rests on fewer people than this could tell who they are. */
export const SMALL_GROUP = 5;

/** The value, or null when it rests on one to four people. Nobody at all tells nothing of anybody. */
export function unlessFew<T>(value: T, people: number): T | null {
  return people > 0 && people < SMALL_GROUP ? null : value;
}

/**
 * Counts of people in parts of one whole. Small parts are hidden; when only one is, the next smallest is hidden with it,
 * because the rest of a known total would tell it.
 */
export function hideSmallParts(counts: readonly number[]): (number | null)[] {
  const hidden = counts.map((count) => unlessFew(count, count));
  if (hidden.filter((count) => count === null).length !== 1) return hidden;
  const rest = hidden.filter((count) => count !== null && count > 0) as number[];
  const next = hidden.indexOf(rest.length > 0 ? Math.min(...rest) : null);
  return hidden.map((count, at) => (at === next ? null : count));
}

/** The middle of the values by person, rounded to a tenth; null for nobody and for few. */
export function medianFor(rows: readonly { personId: string; value: number }[]): number | null {
  const people = new Set(rows.map(({ personId }) => personId)).size;
  if (people < SMALL_GROUP) return null;
  const median = medianOf(rows.map(({ value }) => value));
  return median === null ? null : Math.round(median * 10) / 10;
}

/** How many times people were shown, in steps that a reader can compare. */
export const SHOWN_STEPS = [
  { from: 0, to: 0 },
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: null },
] as const;

export function countBySteps(shown: readonly number[]): number[] {
  return SHOWN_STEPS.map(
    ({ from, to }) => shown.filter((times) => times >= from && (to === null || times <= to)).length,
  );
}

export interface SkillBalance {
  slug: string;
  label: string;
  seats: number;
  /** Null: fewer than five. */
  people: number | null;
}

/** Most asked for first; then by name, so that the order never changes by itself. */
export function byDemand(a: SkillBalance, b: SkillBalance): number {
  return b.seats - a.seats || a.label.localeCompare(b.label);
}

/** The skill with the fewest people for each seat asked for; null when nothing was asked for. */
export function scarcest(skills: readonly SkillBalance[]): SkillBalance | null {
  const ratio = ({ people, seats }: SkillBalance) => (people ?? 1) / seats;
  const asked = skills.filter(({ seats }) => seats > 0);
  return asked.reduce<SkillBalance | null>(
    (worst, each) => (!worst || ratio(each) < ratio(worst) ? each : worst),
    null,
  );
}

export interface PlatformFigures {
  months: string[];
  /** The most asked for, and beyond them how many skills were asked for at all. */
  skills: SkillBalance[];
  skillsAsked: number;
  scarcest: SkillBalance | null;
  applications: { total: number | null; byMonth: (number | null)[] };
  reply: { medianHours: number | null; byMonth: (number | null)[]; unanswered: number | null };
  match: { medianDays: number | null; total: number | null; byMonth: (number | null)[] };
  /** 0..1 of the work begun in the period that is over: its last deliverable was accepted. */
  completion: { rate: number | null; begun: number | null; done: number | null; endedEarly: number | null };
  fairness: {
    people: number;
    impressions: number;
    gini: number;
    median: number | null;
    shareShown: number;
    steps: (number | null)[];
  } | null;
}

/** One line of the file: a figure, what it is of, and its value; null is hidden. */
export interface FigureRow {
  figure: string;
  of: string;
  value: number | null;
}

export function rowsOf(figures: PlatformFigures): FigureRow[] {
  const { months, skills, applications, reply, match, completion, fairness } = figures;
  const monthly = (figure: string, values: readonly (number | null)[]) =>
    months.map((month, at) => ({ figure, of: month, value: values[at] ?? null }));
  const one = (figure: string, value: number | null): FigureRow => ({ figure, of: 'period', value });
  return [
    ...skills.flatMap(({ slug, seats, people }) => [
      { figure: 'seats_asked', of: slug, value: seats },
      { figure: 'people_with_skill', of: slug, value: people },
    ]),
    one('applications', applications.total),
    ...monthly('applications', applications.byMonth),
    one('first_reply_median_hours', reply.medianHours),
    ...monthly('first_reply_median_hours', reply.byMonth),
    one('applications_never_answered', reply.unanswered),
    one('matches', match.total),
    ...monthly('matches', match.byMonth),
    one('publication_to_match_median_days', match.medianDays),
    one('completion_rate', completion.rate),
    one('work_begun', completion.begun),
    one('work_done', completion.done),
    one('work_ended_early', completion.endedEarly),
    ...(fairness
      ? [
          one('people_who_can_be_shown', fairness.people),
          one('impressions', fairness.impressions),
          one('exposure_gini', Math.round(fairness.gini * 1000) / 1000),
          one('impressions_median', fairness.median),
          one('share_shown', Math.round(fairness.shareShown * 1000) / 1000),
          ...SHOWN_STEPS.map(({ from, to }, at) => ({
            figure: 'people_shown_times',
            of: to === null ? `${from}+` : to === from ? String(from) : `${from}-${to}`,
            value: fairness.steps[at] ?? null,
          })),
        ]
      : []),
  ];
}
