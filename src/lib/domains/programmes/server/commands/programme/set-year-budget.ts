/** An owner changes the hours of one year; never below what is reserved and used already. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { yearOf } from '../../../programme';
import { findProgramme, requireEmployerById } from '../../access';
import { changeBudget, ensureYear } from '../../budget/year-budget';

export async function setYearBudget(
  ctx: Context,
  input: { organisationId: string; year: number; hours: number },
): Promise<void> {
  const { organisationId, year, hours } = input;
  await requireEmployerById(ctx, organisationId, 'owner');
  const programme = await findProgramme(organisationId);
  if (!programme) throw new AppError('refused', 'programme_refusal_rules_first');
  const current = yearOf(ctx.now);
  // A year that is over is a record.
  if (year < current || year > current + 1) throw new AppError('refused', 'programme_refusal_year', { field: 'year' });
  await ensureYear(organisationId, year, programme.yearlyMinutes);
  if (!(await changeBudget(organisationId, year, hours * 60)))
    throw new AppError('refused', 'programme_refusal_budget', { field: 'hours' });
}
