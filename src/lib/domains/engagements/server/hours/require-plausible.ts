/** Asks the rules of hours with what only the database knows: her day, and her other work on it. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { op } from '$lib/server/mongo';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { minutesOn, whyNotHours } from '../../hours/hours';
import { Engagements, type EngagementDocument } from '../engagement.model';

/** @throws AppError invalid for what is no amount of minutes, refused at the field otherwise */
export async function requirePlausible(
  ctx: Context,
  engagement: EngagementDocument,
  entry: { day: string; minutes: number },
  except?: string,
): Promise<void> {
  if (!Number.isInteger(entry.minutes) || entry.minutes < 1)
    throw new AppError('invalid', 'hours_refusal_none', { field: 'hours' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.day)) throw new AppError('invalid', 'error_date', { field: 'day' });
  const timeZone = (await personContact(engagement.personId))?.timeZone;
  const others = await Engagements.find(
    { personId: engagement.personId, _id: op({ $ne: engagement._id }), startedAt: op({ $ne: null }) },
    { 'hours.id': 1, 'hours.day': 1, 'hours.minutes': 1, 'hours.state': 1 },
  ).lean<Pick<EngagementDocument, 'hours'>[]>();
  const minutesIn = (dayOrYear: string) =>
    minutesOn(engagement.hours, dayOrYear, except) +
    others.reduce((sum, { hours }) => sum + minutesOn(hours, dayOrYear), 0);
  const refusal = whyNotHours(entry, {
    today: isoDay(ctx.now, timeZone),
    began: isoDay(engagement.startedAt ?? engagement.createdAt, timeZone),
    others: minutesIn(entry.day),
    othersOfYear: minutesIn(entry.day.slice(0, 4)),
  });
  if (refusal) throw new AppError('refused', refusal.reason, { field: refusal.field });
}
