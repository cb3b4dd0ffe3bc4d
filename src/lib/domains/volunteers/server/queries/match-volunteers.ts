/** What matching reads of volunteers: all that takes part in a score, and nothing that does not. For higher domains only. */
import { now } from '$lib/server/clock';
import { op } from '$lib/server/mongo';
import { currentInterests, type Interest, type VolunteerProfile, type Visibility } from '../../volunteer';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export interface MatchVolunteerSource extends Pick<
  VolunteerProfile,
  | 'skills'
  | 'languages'
  | 'causes'
  | 'jurisdictions'
  | 'licences'
  | 'country'
  | 'remote'
  | 'radiusKm'
  | 'hoursPerWeek'
  | 'availableFrom'
  | 'availableUntil'
  | 'track'
> {
  id: string;
  state: 'active' | 'paused';
  visibility: Visibility;
  lat: number | null;
  lng: number | null;
  hasSupervisor: boolean;
  /** Those of the last 24 months. */
  interests: Interest[];
  interestsDeclaredAt: Date | null;
  blockedNgos: string[];
  responsiveness: { asked: number; answered: number; replyHours: number[] };
}

const FIELDS = { headline: 0, bio: 0, consents: 0, employerName: 0, outbox: 0 } as const;

function toSource(volunteer: VolunteerDocument): MatchVolunteerSource {
  const { _id, supervisor, interests, responsiveness, ...rest } = volunteer;
  return {
    ...rest,
    id: _id,
    state: volunteer.state === 'paused' ? 'paused' : 'active',
    blockedNgos: volunteer.blockedNgos ?? [],
    hasSupervisor: supervisor !== null,
    interests: currentInterests(interests, now()),
    responsiveness: {
      asked: responsiveness.asked,
      answered: responsiveness.answered,
      replyHours: responsiveness.replyHours,
    },
  };
}

/** These volunteers, active ones only. */
export async function matchVolunteers(ids: readonly string[]): Promise<MatchVolunteerSource[]> {
  const found = await Volunteers.find({ _id: op({ $in: [...ids] }), state: 'active' }, FIELDS).lean<
    VolunteerDocument[]
  >();
  return found.map(toSource);
}

/** Every active volunteer, in batches. */
export async function* allMatchVolunteers(batchSize = 1000): AsyncGenerator<MatchVolunteerSource[]> {
  for (let last = ''; ;) {
    const batch = await Volunteers.find({ _id: op({ $gt: last }), state: 'active' }, FIELDS)
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean<VolunteerDocument[]>();
    const end = batch.at(-1);
    if (!end) return;
    yield batch.map(toSource);
    last = end._id;
  }
}
