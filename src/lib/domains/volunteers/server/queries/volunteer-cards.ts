/** Cards of volunteers by id, for lists whose own query decided who may see whom. */
import { op } from '$lib/server/mongo';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';
import { presentCard, type VolunteerCard } from '../volunteer.presenter';

/** Removed profiles are left out. */
export async function volunteerCards(ids: readonly string[]): Promise<Map<string, VolunteerCard>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const [volunteers, people] = await Promise.all([
    Volunteers.find({
      _id: op({ $in: wanted }),
      state: op({ $in: ['active', 'paused'] as VolunteerDocument['state'][] }),
    }).lean<VolunteerDocument[]>(),
    personCards(wanted),
  ]);
  return new Map(
    volunteers.map((volunteer) => [volunteer._id, presentCard(volunteer, people.get(volunteer._id)?.name ?? '')]),
  );
}
