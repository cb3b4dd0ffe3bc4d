/** What the first page of an employer's programme shows: what waits, the budget, and the figures of a period. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { causeName } from '$lib/domains/skills/cause';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { MemberRole } from '$lib/domains/organisations/organisation';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { isOpen, yearOf } from '../../programme';
import { monthsOf, PERIOD_PATTERN, SMALLEST_GROUP, type GroupFigure, type PeriodFigures } from '../../figures';
import { findProgramme, requireEmployer } from '../access';
import { findYear } from '../budget/year-budget';
import { figuresId } from '../figures/mark-figures';
import { ProgrammeFigures, type FiguresDocument } from '../figures/figures.model';
import { Sponsorships } from '../sponsorship.model';
import { Staff } from '../staff.model';
import { outcomesReached } from './outcomes-reached';
import { ProgrammeYears, type ProgrammeYearDocument } from '../year.model';

export interface LabelledFigure {
  label: string;
  minutes: number | null;
}

export interface EmployerDashboard {
  employer: OrganisationCard;
  role: MemberRole;
  /** What is missing before anybody can ask for hours. */
  needs: ('rules' | 'independence' | 'verification')[];
  waiting: number;
  staff: { active: number; invited: number };
  budget: { year: number; budget: number; free: number; reserved: number; used: number } | null;
  period: string;
  periods: string[];
  figures: {
    minutes: number;
    people: number | null;
    months: { month: string; minutes: number; people: number | null }[];
  };
  byCause: LabelledFigure[];
  bySkill: LabelledFigure[];
  byTeam: LabelledFigure[];
  outcomes: number;
  /** Hours used at the end of each month of the year, and the even use of the budget. */
  burnDown: { months: string[]; used: (number | null)[]; plan: number[] } | null;
  /** When the figures were folded. */
  asOf: Date | null;
}

const NOTHING: PeriodFigures = { minutes: 0, people: 0, byMonth: [], byCause: [], bySkill: [], byTeam: [] };

/** @throws AppError not_found for strangers */
export async function employerDashboard(ctx: Context, slug: string, asked: string | null): Promise<EmployerDashboard> {
  const { organisation: employer, role } = await requireEmployer(ctx, slug, 'viewer');
  const current = yearOf(ctx.now);
  const period = asked && PERIOD_PATTERN.test(asked) ? asked : String(current);
  const year = Number(period.slice(0, 4));
  const [programme, budget, whole, shown, waiting, active, invited, periods, outcomes] = await Promise.all([
    findProgramme(employer.id),
    findYear(employer.id, year),
    figuresFor(employer.id, String(year)),
    figuresFor(employer.id, period),
    Sponsorships.countDocuments({ organisationId: employer.id, state: 'requested' }),
    Staff.countDocuments({ organisationId: employer.id, state: 'active' }),
    Staff.countDocuments({ organisationId: employer.id, state: 'invited' }),
    yearsOf(employer.id, current),
    outcomesReached(employer.id, period),
  ]);
  const figures = shown?.figures ?? NOTHING;
  const limits = budget ?? startOf(programme, year, current);
  return {
    employer,
    role,
    needs: [
      ...(programme ? [] : (['rules'] as const)),
      ...(programme && !isOpen(programme) ? (['independence'] as const) : []),
      ...(employer.state === 'verified' ? [] : (['verification'] as const)),
    ],
    waiting,
    staff: { active, invited },
    budget: limits && {
      year,
      budget: limits.budgetMinutes,
      free: limits.freeMinutes,
      reserved: limits.reservedMinutes,
      used: limits.usedMinutes,
    },
    period,
    periods,
    figures: {
      minutes: figures.minutes,
      people: enough(figures.people),
      months: monthsOf(period).map((month) => {
        const one = figures.byMonth.find((each) => each.month === month);
        return { month, minutes: one?.minutes ?? 0, people: enough(one?.people ?? 0) };
      }),
    },
    byCause: figures.byCause.map(({ key, minutes }) => ({ label: causeName(key, ctx.locale), minutes })),
    bySkill: await withSkillNames(ctx, figures.bySkill),
    byTeam: figures.byTeam.map(({ key, minutes }) => ({ label: key, minutes })),
    outcomes,
    burnDown: limits ? burnDownOf(year, limits.budgetMinutes, whole?.figures ?? NOTHING, ctx.now) : null,
    asOf: shown?.at ?? null,
  };
}

/** People are counted from five up: fewer could be told apart. None is no secret. */
function enough(people: number): number | null {
  return people === 0 || people >= SMALLEST_GROUP ? people : null;
}

async function figuresFor(organisationId: string, period: string): Promise<FiguresDocument | null> {
  return ProgrammeFigures.findById(figuresId(organisationId, period)).lean<FiguresDocument>();
}

function startOf(programme: Awaited<ReturnType<typeof findProgramme>>, year: number, current: number) {
  if (!programme || year < current) return null;
  const { yearlyMinutes } = programme;
  return { budgetMinutes: yearlyMinutes, freeMinutes: yearlyMinutes, reservedMinutes: 0, usedMinutes: 0 };
}

async function yearsOf(organisationId: string, current: number): Promise<string[]> {
  const [years, folded] = await Promise.all([
    ProgrammeYears.find({ organisationId }, { year: 1 }).lean<Pick<ProgrammeYearDocument, 'year'>[]>(),
    ProgrammeFigures.find({ organisationId, period: op({ $regex: '^\\d{4}$' }) }, { period: 1 }).lean<
      Pick<FiguresDocument, 'period'>[]
    >(),
  ]);
  const all = new Set([current, ...years.map(({ year }) => year), ...folded.map(({ period }) => Number(period))]);
  return [...all].toSorted((a, b) => b - a).map(String);
}

async function withSkillNames(ctx: Context, groups: readonly GroupFigure[]): Promise<LabelledFigure[]> {
  const labels = await skillLabels(
    ctx,
    groups.map(({ key }) => key),
  );
  return groups.map(({ key, minutes }) => {
    const label = labels.get(key)?.labels;
    return { label: label?.[ctx.locale] ?? label?.en ?? key, minutes };
  });
}

function burnDownOf(year: number, budget: number, figures: PeriodFigures, now: Date): EmployerDashboard['burnDown'] {
  const months = monthsOf(String(year));
  const thisMonth = now.toISOString().slice(0, 7);
  let used = 0;
  return {
    months,
    used: months.map((month) => {
      used += figures.byMonth.find((each) => each.month === month)?.minutes ?? 0;
      return month <= thisMonth ? Math.max(0, budget - used) : null;
    }),
    plan: months.map((_, index) => Math.round((budget * (12 - index - 1)) / 12)),
  };
}
