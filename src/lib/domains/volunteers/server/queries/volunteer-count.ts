/** How many people are ready to help: a number for the front page, no names. */
import { Volunteers } from '../volunteer.model';

export async function volunteerCount(): Promise<number> {
  return Volunteers.countDocuments({ state: 'active' });
}
