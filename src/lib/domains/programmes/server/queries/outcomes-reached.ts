/** How many pieces of sponsored work ended with a published outcome, by the day they were closed. */
import { op } from '$lib/server/mongo';
import { publishedAmong } from '$lib/domains/engagements/server/sponsoring/published-among';
import { daysOf } from '../../figures';
import { Sponsorships } from '../sponsorship.model';

const MOST = 5000;

export async function outcomesReached(organisationId: string, period: string): Promise<number> {
  const { from, to } = daysOf(period);
  const used = await Sponsorships.find(
    { organisationId, usedMinutes: op({ $gt: 0 }), workEndedAt: op({ $gte: startOf(from), $lt: endOf(to) }) },
    { _id: 1 },
  )
    .limit(MOST)
    .lean<{ _id: string }[]>();
  return (await publishedAmong(used.map(({ _id }) => _id))).length;
}

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
/** The first moment after the month of `day`, however many days it has. */
const endOf = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1));
