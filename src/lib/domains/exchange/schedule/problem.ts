/** What a schedule is made from, as data: who comes, who stands for whom, the rounds and tables, scores and wishes. */
import { z } from 'zod';

/** Two ends in either order. */
export interface Pair {
  a: string;
  b: string;
}

/** How well two organisations serve each other, from 0 to 1. */
export interface ScoredPair extends Pair {
  score: number;
}

/** From this score a meeting counts as a good one. */
export const GOOD_SCORE = 0.5;
export const MAX_ORGANISATIONS = 1000;
export const MAX_ROUNDS = 60;
export const MAX_TABLES = 500;

const id = z.string().min(1).max(64);
const share = z.number().min(0).max(1);
const pairs = z.array(z.strictObject({ a: id, b: id })).max(20_000);

/** `both`: gives and asks, and can be paired with anybody. */
export const SIDES = ['offer', 'request', 'both'] as const;
export type Side = (typeof SIDES)[number];

export const organisationSchema = z.strictObject({ id, side: z.enum(SIDES) });

export const delegateSchema = z.strictObject({
  id,
  /** One person may speak for several organisations; she has one calendar. */
  organisations: z.array(id).min(1).max(50),
  /** Rounds she is there, from 0; left out: all of them. */
  present: z
    .array(
      z
        .int()
        .min(0)
        .max(MAX_ROUNDS - 1),
    )
    .max(MAX_ROUNDS)
    .optional(),
});

export const meetingSchema = z.strictObject({
  round: z.int().min(0),
  table: z.int().min(0),
  a: id,
  b: id,
  delegateA: id,
  delegateB: id,
});

export const problemSchema = z
  .strictObject({
    organisations: z.array(organisationSchema).max(MAX_ORGANISATIONS),
    delegates: z.array(delegateSchema).max(2 * MAX_ORGANISATIONS),
    rounds: z.int().min(1).max(MAX_ROUNDS),
    tables: z.int().min(1).max(MAX_TABLES),
    scores: z.array(z.strictObject({ a: id, b: id, score: share })).max(500_000),
    musts: pairs,
    vetoes: pairs,
    /** Meetings, and meetings with a score of at least `goodScore`, that everyone should have. */
    floors: z.strictObject({ meetings: z.int().min(0).max(20), good: z.int().min(0).max(20) }),
    goodScore: share.default(GOOD_SCORE),
    /** A schedule shown before: what it holds is kept where little is lost. */
    previous: z.array(meetingSchema).max(30_000).optional(),
  })
  .superRefine((problem, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    const organisations = new Set(problem.organisations.map((one) => one.id));
    const delegates = new Set(problem.delegates.map((one) => one.id));
    if (organisations.size < problem.organisations.length) say('an organisation is listed twice');
    if (delegates.size < problem.delegates.length) say('a delegate is listed twice');
    for (const delegate of problem.delegates) {
      if (delegate.organisations.some((one) => !organisations.has(one)))
        say(`delegate ${delegate.id} stands for an organisation that is not listed`);
      if (delegate.present?.some((round) => round >= problem.rounds))
        say(`delegate ${delegate.id} is there in a round that does not exist`);
    }
    for (const { a, b } of [...problem.scores, ...problem.musts, ...problem.vetoes])
      if (!organisations.has(a) || !organisations.has(b)) say(`${a} and ${b}: one of them is not listed`);
  });

export type ScheduleProblem = z.infer<typeof problemSchema>;
/** As a caller writes it: what has a usual value may be left out. */
export type ScheduleInput = z.input<typeof problemSchema>;
export type Meeting = z.infer<typeof meetingSchema>;

/** Why a wish cannot be fulfilled; `unmetWishText` says it in words. */
export const UNMET_REASONS = [
  'vetoed',
  'not_present',
  'never_together',
  'same_person',
  'same_side',
  'too_many',
  'too_few_tables',
  'not_placed',
] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

export interface UnmetWish extends Pair {
  reason: UnmetReason;
  /** Whose calendar it is that does not allow it, where it is one of the two. */
  who: string[];
}

/** Who gets less than everyone should, of what, and how many. */
export interface LoweredFloor {
  organisation: string;
  floor: 'meetings' | 'good';
  /** What this organisation could have had by its own candidates and presence, at most the floor. */
  asked: number;
  given: number;
}

export interface Schedule {
  meetings: Meeting[];
  /** The sum of the scores of the meetings. */
  value: number;
  /** What no schedule can exceed: the linear programme's optimum under the same wishes and floors. */
  bound: number;
  /** Whether the value equals the bound, that is, whether this is proven to be the best. */
  optimal: boolean;
  unmet: UnmetWish[];
  lowered: LoweredFloor[];
  /** Meetings of the previous schedule that are in this one, at the same time. */
  kept: number;
}

/** Says how far the work is: from 0 to 1. */
export type Progress = (step: ProgressStep, share: number) => void;
export const PROGRESS_STEPS = ['reading', 'choosing', 'placing', 'improving', 'finishing'] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

/** The same text for a pair in either order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Share of the bound that was reached; 1 where there was nothing to reach. */
export function shareOfBound({ value, bound }: { value: number; bound: number }): number {
  return bound <= 1e-9 ? 1 : Math.min(1, value / bound);
}
