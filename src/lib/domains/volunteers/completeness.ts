/** How complete a profile is, and what to add next because it matters most. Pure. */
import type { VolunteerProfile } from './volunteer';

export const PROFILE_PARTS = [
  'skills',
  'languages',
  'headline',
  'hours',
  'place',
  'bio',
  'supervisor',
  'interests',
] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

/**
 * Points of each part: what the match cannot do without weighs most. Causes earn nothing: they are special category
 * data, and nobody is nudged to give those.
 */
const POINTS: Record<ProfilePart, number> = {
  skills: 30,
  languages: 20,
  hours: 15,
  headline: 10,
  place: 10,
  bio: 5,
  supervisor: 5,
  interests: 10,
};

function isThere(part: ProfilePart, profile: VolunteerProfile): boolean {
  switch (part) {
    case 'skills':
      return profile.skills.length > 0;
    case 'languages':
      return profile.languages.length > 0;
    case 'headline':
      return profile.headline !== '';
    case 'hours':
      return profile.hoursPerWeek !== null;
    case 'place':
      return profile.country !== null;
    case 'bio':
      return profile.bio !== '';
    case 'supervisor':
      return profile.supervisor !== null;
    case 'interests':
      return profile.interestsDeclaredAt !== null;
  }
}

/** `percent` 0..100 of the parts that apply; `missing` in the order of what they are worth. */
export function completeness(profile: VolunteerProfile): { percent: number; missing: ProfilePart[] } {
  const applying = PROFILE_PARTS.filter((part) => part !== 'supervisor' || profile.track === 'student');
  const total = applying.reduce((sum, part) => sum + POINTS[part], 0);
  const missing = applying.filter((part) => !isThere(part, profile)).sort((a, b) => POINTS[b] - POINTS[a]);
  const lost = missing.reduce((sum, part) => sum + POINTS[part], 0);
  return { percent: Math.round(((total - lost) / total) * 100), missing };
}
