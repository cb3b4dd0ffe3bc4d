/** An owner sets an hourly rate with its source; statement lines that exist keep theirs. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { LIMITS, yearOf, type OwnRate } from '../../../programme';
import { findProgramme, requireEmployerById } from '../../access';
import { Programmes } from '../../programme.model';

export async function setRate(ctx: Context, input: OwnRate & { organisationId: string }): Promise<void> {
  const { organisationId, country, year, cents, source } = input;
  await requireEmployerById(ctx, organisationId, 'owner');
  const programme = await findProgramme(organisationId);
  if (!programme) throw new AppError('refused', 'programme_refusal_rules_first');
  if (year > yearOf(ctx.now) + 1) throw new AppError('refused', 'programme_refusal_year', { field: 'year' });
  const others = programme.rates.filter((rate) => rate.country !== country || rate.year !== year);
  if (others.length >= LIMITS.rates) throw new AppError('refused', 'programme_refusal_rates');
  const written = await Programmes.updateOne(
    { _id: organisationId, version: op({ $eq: programme.version }) },
    {
      $set: { rates: [...others, { country, year, cents, source }] },
      $inc: { version: 1 },
      $push: { timeline: entry(ctx, 'rate', `${country} ${year}: ${(cents / 100).toFixed(2)}`) },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
