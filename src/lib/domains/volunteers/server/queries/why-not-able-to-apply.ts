/** Whether a person can apply at all, before any role is looked at: a message key says what is missing, null that nothing is. */
import { whyNotAbleToApply as ask } from '../../volunteer';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export async function whyNotAbleToApply(personId: string): Promise<string | null> {
  const found = await Volunteers.findById(personId).lean<VolunteerDocument>();
  return !found || found.state === 'removed' ? ask(null, 'active') : ask(found, found.state);
}
