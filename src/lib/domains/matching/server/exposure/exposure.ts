/** Impressions received and due over the last four weeks, from memory for a minute. */
import { now } from '$lib/server/clock';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import type { Exposure } from '../../ranking/bands';
import { fairnessOf, impressionsDue, type FairnessFigures } from '../../ranking/fairness';
import { volunteerPool } from '../pool/volunteer-pool';
import { Impressions, type Impression } from './impression.model';

/** The period over which visibility is made equal. */
export const EXPOSURE_DAYS = 28;
const KEPT_DAYS = 90;
const FRESH_MS = 60_000;

interface Snapshot {
  at: number;
  received: Map<string, number>;
}
let snapshot: Snapshot | undefined;

export function forgetExposure(): void {
  snapshot = undefined;
}

async function received(): Promise<Map<string, number>> {
  const at = now().getTime();
  if (snapshot && Math.abs(at - snapshot.at) < FRESH_MS) return snapshot.received;
  const since = new Date(at - EXPOSURE_DAYS * DAY);
  const rows = await Impressions.aggregate<{ _id: string; count: number }>([
    { $match: { at: { $gte: since } } },
    { $group: { _id: '$volunteerId', count: { $sum: 1 } } },
  ]);
  snapshot = { at, received: new Map(rows.map(({ _id, count }) => [_id, count])) };
  return snapshot.received;
}

/** For everyone in the pool who can be shown to NGOs: what they received and what was due. */
export async function exposureOfPool(): Promise<Map<string, Exposure>> {
  const [counts, { sources }] = await Promise.all([received(), volunteerPool()]);
  const eligible = [...sources.values()].filter(({ visibility }) => visibility !== 'applied').map(({ id }) => id);
  const given = eligible.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const due = impressionsDue(given, new Map(eligible.map((id) => [id, EXPOSURE_DAYS])));
  return new Map(eligible.map((id) => [id, { received: counts.get(id) ?? 0, due: due.get(id) ?? 0 }]));
}

/** The public figures of the last four weeks. */
export async function fairnessFigures(): Promise<FairnessFigures> {
  const exposure = await exposureOfPool();
  return fairnessOf(new Map([...exposure].map(([id, each]) => [id, each.received])));
}

/** To how many NGOs each of these was shown in the last seven days. */
export async function ngosReached(volunteerIds: readonly string[]): Promise<Map<string, number>> {
  const since = new Date(now().getTime() - 7 * DAY);
  const found = await Impressions.find(
    { volunteerId: op({ $in: [...volunteerIds] }), at: op({ $gte: since }) },
    { volunteerId: 1, organisationId: 1 },
  ).lean<Pick<Impression, 'volunteerId' | 'organisationId'>[]>();
  const reached = new Map<string, Set<string>>();
  for (const { volunteerId, organisationId } of found) {
    reached.set(volunteerId, (reached.get(volunteerId) ?? new Set()).add(organisationId));
  }
  return new Map([...reached].map(([id, ngos]) => [id, ngos.size]));
}

export async function forgetOldImpressions(): Promise<void> {
  await Impressions.deleteMany({ at: op({ $lt: new Date(now().getTime() - KEPT_DAYS * DAY) }) });
}
