/** The moderators' queue of organisations: those that wait for their check and those flagged after it, oldest first. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import type { OrganisationQueueItem } from '../organisation.presenter';

const WAITING = { state: 'pending', 'review.state': 'waiting', mergedInto: null } as const;
const flagged = () => ({ 'flags.at': op({ $gt: new Date(0) }), mergedInto: null });
const READ = { name: 1, country: 1, review: 1, flags: 1, round: 1 } as const;
type Read = Pick<OrganisationDocument, '_id' | keyof typeof READ>;

export async function organisationsToVerify(ctx: Context, limit = 50): Promise<OrganisationQueueItem[]> {
  requireModerator(ctx);
  const waiting = await Organisations.find(WAITING, READ).sort({ 'review.since': 1 }).limit(limit).lean<Read[]>();
  const marked = await Organisations.find(flagged(), READ).sort({ 'flags.at': 1 }).limit(limit).lean<Read[]>();
  const items = new Map<string, OrganisationQueueItem>();
  for (const { _id, name, country, review, round } of waiting) {
    items.set(_id, { id: _id, name, country, waitingSince: review.since, why: round > 1 ? 'corrected' : 'new' });
  }
  for (const { _id, name, country, flags } of marked) {
    const [first] = flags;
    if (first && !items.has(_id)) items.set(_id, { id: _id, name, country, waitingSince: first.at, why: first.kind });
  }
  return [...items.values()].sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime()).slice(0, limit);
}

export async function countOrganisationsToVerify(ctx: Context): Promise<number> {
  requireModerator(ctx);
  return Organisations.countDocuments({ $or: [WAITING, flagged()] });
}
