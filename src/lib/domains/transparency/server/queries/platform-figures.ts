/** The platform's own figures for a period, from the data as it stands: for moderators and administrators. */
import { applicationsIn, workBegunIn, type AskedRow } from '$lib/domains/engagements/server/queries/figures/work-times';
import { fairnessOf } from '$lib/domains/matching/ranking/fairness';
import { peopleBySkill, timesShown } from '$lib/domains/matching/server/queries/supply-figures';
import { publicationDates, seatsBySkill } from '$lib/domains/missions/server/queries/figures/seats-asked';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { requireModerator, type Context } from '$lib/server/context';
import { DAY, HOUR } from '$lib/shared/dates';
import {
  SMALL_GROUP,
  byDemand,
  countBySteps,
  hideSmallParts,
  medianFor,
  scarcest,
  unlessFew,
  type PlatformFigures,
  type SkillBalance,
} from '../../desk/figures';
import { instantsOf, monthOf, monthsOf, type Period } from '../../desk/period';

const MOST_ASKED = 15;

export async function platformFigures(ctx: Context, period: Period): Promise<PlatformFigures> {
  requireModerator(ctx);
  const { from, until } = instantsOf(period);
  const [seats, people, asked, work, shown] = await Promise.all([
    seatsBySkill(ctx, from, until),
    peopleBySkill(ctx),
    applicationsIn(ctx, from, until),
    workBegunIn(ctx, from, until),
    timesShown(ctx, from, until),
  ]);
  const skills = await balance(ctx, seats, people);
  const months = monthsOf(period);
  return {
    months,
    skills: skills.slice(0, MOST_ASKED),
    skillsAsked: skills.length,
    scarcest: scarcest(skills),
    ...(await answers(ctx, asked, months)),
    completion: completionOf(work),
    fairness: fairness(shown),
  };
}

async function balance(ctx: Context, seats: Map<string, number>, people: Map<string, number>): Promise<SkillBalance[]> {
  const labels = await skillLabels(ctx, [...seats.keys()]);
  return [...seats]
    .map(([slug, asked]): SkillBalance => {
      const label = labels.get(slug);
      const having = people.get(slug) ?? 0;
      return {
        slug,
        label: label ? labelIn(label.labels, ctx.locale) : slug,
        seats: asked,
        people: unlessFew(having, having),
      };
    })
    .sort(byDemand);
}

const peopleOf = (rows: readonly { personId: string }[]) => new Set(rows.map(({ personId }) => personId)).size;
/** How many there are, unless few people stand behind them. */
const countOf = (rows: readonly { personId: string }[]) => unlessFew(rows.length, peopleOf(rows));

async function answers(
  ctx: Context,
  asked: readonly AskedRow[],
  months: readonly string[],
): Promise<Pick<PlatformFigures, 'applications' | 'reply' | 'match'>> {
  const replies = asked.flatMap(({ personId, appliedAt, queuedAt, firstReplyAt }) =>
    queuedAt && firstReplyAt
      ? [
          {
            personId,
            month: monthOf(appliedAt),
            value: Math.max(0, firstReplyAt.getTime() - queuedAt.getTime()) / HOUR,
          },
        ]
      : [],
  );
  const taken = asked.filter(({ state, endedAt }) => state === 'accepted' && endedAt !== null);
  const published = await publicationDates(
    ctx,
    taken.map(({ missionId }) => missionId),
  );
  const waits = taken.flatMap(({ personId, missionId, endedAt }) => {
    const since = published.get(missionId);
    return since && endedAt ? [{ personId, value: Math.max(0, endedAt.getTime() - since.getTime()) / DAY }] : [];
  });
  const byMonth = <T extends { personId: string; month: string }>(rows: T[], of: (rows: T[]) => number | null) =>
    months.map((month) => of(rows.filter((row) => row.month === month)));
  const dated = (rows: readonly AskedRow[]) => rows.map((row) => ({ ...row, month: monthOf(row.appliedAt) }));
  return {
    applications: { total: countOf(asked), byMonth: byMonth(dated(asked), countOf) },
    reply: {
      medianHours: medianFor(replies),
      byMonth: byMonth(replies, medianFor),
      unanswered: countOf(asked.filter(({ state, firstReplyAt }) => state === 'expired' && firstReplyAt === null)),
    },
    match: { medianDays: medianFor(waits), total: countOf(taken), byMonth: byMonth(dated(taken), countOf) },
  };
}

function completionOf(work: Awaited<ReturnType<typeof workBegunIn>>): PlatformFigures['completion'] {
  const done = work.filter(({ state }) => state === 'restitution_due' || state === 'closed');
  const early = work.filter(({ state }) => state === 'terminated');
  const over = [...done, ...early];
  const [doneShown, earlyShown] = hideSmallParts([done.length, early.length]);
  return {
    rate: peopleOf(over) < SMALL_GROUP ? null : done.length / over.length,
    begun: countOf(work),
    done: doneShown ?? null,
    endedEarly: earlyShown ?? null,
  };
}

function fairness(shown: ReadonlyMap<string, number>): PlatformFigures['fairness'] {
  if (shown.size < SMALL_GROUP) return null;
  const { volunteers, impressions, gini, medianImpressions, shareShown } = fairnessOf(shown);
  const steps = hideSmallParts(countBySteps([...shown.values()]));
  return { people: volunteers, impressions, gini, median: medianImpressions, shareShown, steps };
}
