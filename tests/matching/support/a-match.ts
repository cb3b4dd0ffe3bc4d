/** One role and one volunteer that fit in full, to be changed where a test needs it. */
import type { MatchRole, MatchVolunteer } from '$lib/domains/matching/match-input';
import { DAY, NOW } from './arbitrary-matches';

export function aMatchRole(changes: Partial<MatchRole> = {}): MatchRole {
  return {
    id: 'role',
    missionId: 'mission',
    ngoId: 'ngo',
    mustHave: [{ skill: 'a', level: 3 }],
    niceToHave: [],
    languages: [],
    causes: ['climate'],
    jurisdictions: [],
    licence: null,
    hoursNeeded: 10,
    starts: null,
    deadline: NOW + 70 * DAY,
    place: { remote: true },
    forbidsStudentsWithoutSupervisor: false,
    opposingParties: [],
    conflictFiles: [],
    acceptedConflicts: [],
    ...changes,
  };
}

export function aMatchVolunteer(changes: Partial<MatchVolunteer> = {}): MatchVolunteer {
  return {
    id: 'sara',
    skills: [{ skill: 'a', level: 3 }],
    languages: [{ code: 'fr', level: 'C1' }],
    causes: ['climate'],
    jurisdictions: [],
    licences: [],
    hoursPerWeek: 6,
    availableFrom: null,
    availableUntil: null,
    place: { country: 'BE', lat: null, lng: null, remoteOk: true, radiusKm: null },
    track: 'professional',
    hasSupervisor: false,
    responsiveness: { medianReplyHours: null, shareAnswered: null },
    interests: { parties: [], files: [] },
    blockedNgos: [],
    programme: null,
    ...changes,
  };
}
