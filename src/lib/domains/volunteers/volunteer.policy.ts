/** Who may see a volunteer's profile. Pure: pages use it too. */
import type { Visibility } from './volunteer';

export interface Onlooker {
  isSelf: boolean;
  isModerator: boolean;
  /** Member of a verified NGO. */
  ofVerifiedNgo: boolean;
  /** Member of an NGO to which the volunteer applied or with which she works. */
  knownByWork: boolean;
}

export function canSeeVolunteer(visibility: Visibility, state: 'active' | 'paused', onlooker: Onlooker): boolean {
  if (onlooker.isSelf || onlooker.isModerator || onlooker.knownByWork) return true;
  if (state === 'paused') return false;
  return visibility === 'everyone' || (visibility === 'ngos' && onlooker.ofVerifiedNgo);
}
