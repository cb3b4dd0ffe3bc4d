/** The shapes of a volunteer that leave the server. */
import type { Track } from '../volunteer';
import type { VolunteerDocument } from './volunteer.model';

export interface VolunteerCard {
  id: string;
  name: string;
  headline: string;
  country: string | null;
  citySlug: string | null;
  hoursPerWeek: number | null;
  track: Track;
  skills: { slug: string; level: number }[];
  languages: { code: string; level: string }[];
  remote: boolean;
}

/** Nothing private: no interests, no supervisor, no causes, no address. */
export function presentCard(volunteer: VolunteerDocument, name: string): VolunteerCard {
  return {
    id: volunteer._id,
    name,
    headline: volunteer.headline,
    country: volunteer.country,
    citySlug: volunteer.citySlug,
    hoursPerWeek: volunteer.hoursPerWeek,
    track: volunteer.track,
    skills: volunteer.skills.map(({ slug, level }) => ({ slug, level })),
    languages: volunteer.languages.map(({ code, level }) => ({ code, level })),
    remote: volunteer.remote,
  };
}
