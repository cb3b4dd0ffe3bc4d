/** Where somebody stands in the line for a role: 1 is next. */
import { Applications, type ApplicationDocument } from '../application.model';

type Waiting = Pick<ApplicationDocument, '_id' | 'missionId' | 'roleId' | 'appliedAt' | 'state'>;

/** Null for whoever does not wait. */
export async function waitingPlace({ _id, missionId, roleId, appliedAt, state }: Waiting): Promise<number | null> {
  if (state !== 'waitlisted') return null;
  const line = await Applications.find({ missionId, roleId, state: 'waitlisted' }, { appliedAt: 1 })
    .sort({ appliedAt: 1, _id: 1 })
    .lean<{ _id: string; appliedAt: Date }[]>();
  const place = line.findIndex((each) => each._id === _id) + 1;
  return place > 0 ? place : line.filter((each) => each.appliedAt < appliedAt).length + 1;
}

export async function countWaiting(missionId: string, roleId: string): Promise<number> {
  return Applications.countDocuments({ missionId, roleId, state: 'waitlisted' });
}
