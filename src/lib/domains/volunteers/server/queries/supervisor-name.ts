/** Who answers for a student's work: the name for the NGO she applied to, the whole for her own engagements. */
import type { Supervisor } from '../../volunteer';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

/** For the NGO, which asked the policy before. Null for whoever is no student, and where nobody is named. */
export async function supervisorName(personId: string): Promise<string | null> {
  const found = await Volunteers.findOne({ _id: personId, track: 'student' }).lean<
    Pick<VolunteerDocument, 'supervisor' | 'state'>
  >();
  return found?.supervisor?.name ?? null;
}

/** Null for whoever is no student; `supervisor` is null where nobody is named. For the platform and herself only. */
export async function studentOf(personId: string): Promise<{ supervisor: Supervisor | null } | null> {
  const found = await Volunteers.findOne({ _id: personId, track: 'student' }, { supervisor: 1 }).lean<
    Pick<VolunteerDocument, 'supervisor'>
  >();
  return found ? { supervisor: found.supervisor ?? null } : null;
}
