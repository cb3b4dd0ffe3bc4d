/** Statements of an employer, for its editors; and one's own, for everybody. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { yearOf } from '../../programme';
import { findProgramme, requireEmployer } from '../access';
import { findYear } from '../budget/year-budget';
import { SponsoredEntries } from '../statements/entry.model';
import { statementLines, statementTotals, type StatementScope } from '../statements/statement-lines';
import type { StatementFacts } from '../statements/statement-pdf';

export interface StatementFile {
  scope: StatementScope;
  facts: StatementFacts;
  name: string;
}

const FILE = /^(\d{4})\.(csv|pdf)$/;

/** `2026.pdf` as year and format. @throws AppError not_found */
export function statementFileOf(name: string): { year: number; format: 'csv' | 'pdf' } {
  const [, year, format] = FILE.exec(name) ?? [];
  if (!year || (format !== 'csv' && format !== 'pdf')) throw new AppError('not_found', 'error_not_found');
  return { year: Number(year), format };
}

/** @throws AppError not_found for strangers and for people without lines, forbidden for viewers */
export async function employerStatement(
  ctx: Context,
  slug: string,
  order: { year: number; personId: string | null },
): Promise<StatementFile> {
  const { organisation } = await requireEmployer(ctx, slug, 'editor');
  const personId = order.personId ?? undefined;
  if (personId !== undefined && !ID_PATTERN.test(personId)) throw new AppError('not_found', 'error_not_found');
  return statementFor(ctx, { organisationId: organisation.id, year: order.year, personId });
}

/** One's own, of whatever employer gave the hours: they stay one's own after leaving. */
export async function ownStatement(ctx: Context, year: number): Promise<StatementFile> {
  const { personId } = requireActor(ctx);
  const line = await SponsoredEntries.findOne(
    { personId, day: op({ $gte: `${year}-01-01`, $lte: `${year}-12-31` }) },
    { organisationId: 1 },
  )
    .sort({ day: -1 })
    .lean<{ organisationId: string }>();
  if (!line) throw new AppError('not_found', 'error_not_found');
  return statementFor(ctx, { organisationId: line.organisationId, year, personId });
}

async function statementFor(ctx: Context, scope: StatementScope): Promise<StatementFile> {
  const { organisationId, year, personId } = scope;
  const [totals, programme, budget, cards] = await Promise.all([
    statementTotals(scope),
    findProgramme(organisationId),
    findYear(organisationId, year),
    organisationCards([organisationId]),
  ]);
  const employer = cards.get(organisationId);
  const person = personId ? await nameOf(scope) : null;
  if (!employer || (personId && person === null)) throw new AppError('not_found', 'error_not_found');
  const facts: StatementFacts = {
    employer: employer.name,
    year,
    person,
    totals,
    independence: programme?.independence ?? null,
    budget: budget?.budgetMinutes ?? null,
    locale: ctx.locale,
    now: ctx.now,
  };
  return { scope, facts, name: `causeway-${employer.slug}-${year}` };
}

/** As her latest line names her: what statements said stays. */
async function nameOf(scope: StatementScope): Promise<string | null> {
  let name: string | null = null;
  for await (const line of statementLines(scope)) name = line.personName;
  return name;
}

export interface StatementPerson {
  personId: string;
  name: string;
  team: string;
  minutes: number;
}

export interface StatementsPage {
  year: number;
  years: number[];
  totals: { lines: number; minutes: number; value: number };
  people: StatementPerson[];
}

export async function statementsPage(ctx: Context, slug: string, asked: number | null): Promise<StatementsPage> {
  const { organisation } = await requireEmployer(ctx, slug, 'editor');
  const organisationId = organisation.id;
  const current = yearOf(ctx.now);
  const first = await SponsoredEntries.findOne({ organisationId }, { day: 1 }).sort({ day: 1 }).lean<{ day: string }>();
  const from = first ? Number(first.day.slice(0, 4)) : current;
  const years = Array.from({ length: Math.max(1, current - from + 1) }, (_, index) => current - index);
  const year = asked !== null && years.includes(asked) ? asked : current;
  const people = new Map<string, StatementPerson>();
  const totals = { lines: 0, minutes: 0, value: 0 };
  for await (const line of statementLines({ organisationId, year })) {
    const { personId, personName, team, minutes, value } = line;
    const known = people.get(personId);
    people.set(personId, { personId, name: personName, team, minutes: (known?.minutes ?? 0) + minutes });
    totals.lines++;
    totals.minutes += minutes;
    totals.value += value;
  }
  const sorted = [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, ctx.locale));
  return { year, years, totals, people: sorted };
}
