/** Who answers for a student's work: for the NGO she applied to, which asked the policy before; the name and nothing else. */
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

/** Null for whoever is no student, and where nobody is named. */
export async function supervisorName(personId: string): Promise<string | null> {
  const found = await Volunteers.findOne({ _id: personId, track: 'student' }).lean<
    Pick<VolunteerDocument, 'supervisor' | 'state'>
  >();
  return found?.supervisor?.name ?? null;
}
