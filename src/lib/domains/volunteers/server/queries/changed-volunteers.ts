/** Which volunteers changed since a moment: how a process keeps its copy for matching up to date. For higher domains only. */
import { op } from '$lib/server/mongo';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export interface VolunteerChange {
  id: string;
  active: boolean;
  updatedAt: Date;
}

/** Oldest change first, the moment itself included, at most `limit`. */
export async function changedVolunteers(since: Date, limit = 5000): Promise<VolunteerChange[]> {
  const found = await Volunteers.find({ updatedAt: op({ $gte: since }) }, { state: 1, updatedAt: 1 })
    .sort({ updatedAt: 1 })
    .limit(limit)
    .lean<Pick<VolunteerDocument, '_id' | 'state' | 'updatedAt'>[]>();
  return found.map(({ _id, state, updatedAt }) => ({ id: _id, active: state === 'active', updatedAt }));
}
