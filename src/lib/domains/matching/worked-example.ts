/** The example on "How matching works": one role, and a person that the reader changes. Reckoned by the real scorer. Pure. */
import { CEFR_LEVELS, type CefrLevel } from '$lib/domains/skills/language';
import { isSkillLevel, type SkillLevel } from '$lib/domains/skills/skill';
import type { MatchRole, MatchVolunteer } from './match-input';

export const EXAMPLE_SKILLS = ['eu-law', 'legal-drafting', 'policy-analysis'] as const;

export interface ExamplePerson {
  /** 0: does not have it. In the order of EXAMPLE_SKILLS. */
  levels: (SkillLevel | 0)[];
  french: CefrLevel | null;
  hoursPerWeek: number;
  sharesCause: boolean;
}

const DEFAULT: ExamplePerson = { levels: [3, 2, 0], french: null, hoursPerWeek: 6, sharesCause: true };
const WEEK = 7 * 24 * 3_600_000;

/** From an address; what makes no sense there is left as in the example. */
export function examplePerson(params: URLSearchParams): ExamplePerson {
  if (!params.has('hours')) return DEFAULT;
  const hours = Number(params.get('hours'));
  return {
    levels: EXAMPLE_SKILLS.map((skill) => {
      const level = Number(params.get(skill));
      return isSkillLevel(level) ? level : 0;
    }),
    french: CEFR_LEVELS.find((level) => level === params.get('french')) ?? null,
    hoursPerWeek: Number.isFinite(hours) ? Math.min(40, Math.max(0, Math.round(hours))) : DEFAULT.hoursPerWeek,
    sharesCause: params.has('cause'),
  };
}

/** An amendment pack: 30 hours in four weeks, in English, French helps. */
export function exampleRole(now: number): MatchRole {
  return {
    id: 'example-role',
    missionId: 'example-mission',
    ngoId: 'example-ngo',
    mustHave: [
      { skill: 'eu-law', level: 3 },
      { skill: 'legal-drafting', level: 2 },
    ],
    niceToHave: [{ skill: 'policy-analysis', level: 2 }],
    languages: [
      { code: 'en', level: 'C1', required: true },
      { code: 'fr', level: 'B2', required: false },
    ],
    causes: ['climate'],
    jurisdictions: [],
    licence: null,
    hoursNeeded: 30,
    starts: null,
    deadline: now + 4 * WEEK,
    place: { remote: true },
    forbidsStudentsWithoutSupervisor: true,
    opposingParties: [],
    conflictFiles: [],
    acceptedConflicts: [],
  };
}

export function exampleVolunteer(person: ExamplePerson): MatchVolunteer {
  return {
    id: 'example-person',
    skills: EXAMPLE_SKILLS.flatMap((skill, at) => {
      const level = person.levels[at];
      return level ? [{ skill, level }] : [];
    }),
    languages: [{ code: 'en', level: 'C2' }, ...(person.french ? [{ code: 'fr', level: person.french }] : [])],
    causes: person.sharesCause ? ['climate'] : ['animals'],
    jurisdictions: [],
    licences: [],
    hoursPerWeek: person.hoursPerWeek,
    availableFrom: null,
    availableUntil: null,
    place: { country: null, lat: null, lng: null, remoteOk: true, radiusKm: null },
    track: 'professional',
    hasSupervisor: false,
    responsiveness: { medianReplyHours: 24, shareAnswered: 1 },
    interests: { parties: [], files: [] },
    blockedNgos: [],
    programme: null,
  };
}
