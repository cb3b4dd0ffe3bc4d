/** A synthetic world of any size for benchmarks and large runs: the same seed gives the same people, roles and skills. */
import type { MatchRole, MatchSkill, MatchVolunteer, SkillAtLevel } from '$lib/domains/matching/match-input';
import type { CefrLevel } from '$lib/domains/skills/language';
import type { SkillLevel } from '$lib/domains/skills/skill';

export const SYNTHETIC_NOW = Date.UTC(2027, 0, 4, 9);
const DAY = 24 * 3_600_000;

const LANGUAGES = ['en', 'fr', 'de', 'nl', 'es', 'it', 'pl', 'pt'] as const;
/** Chance of speaking each of LANGUAGES. */
const SPOKEN = [0.9, 0.45, 0.35, 0.2, 0.2, 0.15, 0.15, 0.1];
const CEFR: readonly CefrLevel[] = ['A2', 'B1', 'B2', 'C1', 'C2'];
const CAUSES = Array.from({ length: 15 }, (_, at) => `cause-${at}`);
const JURISDICTIONS = ['EU', 'BE', 'FR', 'NL', 'DE', 'ES', 'IT', 'PL', 'PT', 'IE'] as const;
const CITIES: readonly (readonly [country: string, lat: number, lng: number])[] = [
  ['BE', 50.847, 4.352],
  ['FR', 48.857, 2.352],
  ['NL', 52.37, 4.895],
  ['DE', 52.52, 13.405],
  ['ES', 40.417, -3.703],
  ['IT', 41.903, 12.496],
  ['PL', 52.23, 21.012],
  ['PT', 38.722, -9.139],
];

/** Mulberry32: a small generator of numbers 0..1 that depends on its seed only. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const whole = (random: () => number, below: number) => Math.floor(random() * below);

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[whole(random, from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const some = <T>(random: () => number, from: readonly T[], count: number): T[] => [
  ...new Set(Array.from({ length: count }, () => pick(random, from))),
];

export const skillId = (at: number) => `skill-${at}`;

/**
 * `count` skills in families of eight: some neighbours are related and the first of each family is the broader one, so
 * that a skill has 2.5 kin on average, as in the curated list.
 */
export function* syntheticSkills(count = 117): Generator<MatchSkill> {
  for (let at = 0; at < count; at++) {
    const first = at - (at % 8);
    yield {
      id: skillId(at),
      related: at % 8 > 1 && at % 2 === 1 ? [{ skill: skillId(at - 1), fraction: 0.5 }] : [],
      broader: at === first ? [] : [skillId(first)],
    };
  }
}

/** Few skills are common and many are rare, as on any real marketplace. */
function skillsOf(random: () => number, count: number, skills: number): SkillAtLevel[] {
  const held = new Map<string, SkillLevel>();
  for (let at = 0; at < count; at++) {
    held.set(skillId(Math.floor(random() ** 1.3 * skills)), (1 + whole(random, 4)) as SkillLevel);
  }
  return [...held].map(([skill, level]) => ({ skill, level }));
}

export function syntheticVolunteer(at: number, random: () => number, skills = 117): MatchVolunteer {
  const [country, lat, lng] = pick(random, CITIES);
  const known = random() < 0.6;
  const student = random() < 0.1;
  return {
    id: `volunteer-${at}`,
    skills: skillsOf(random, 2 + whole(random, 8), skills),
    languages: LANGUAGES.filter((_, index) => random() < (SPOKEN[index] ?? 0)).map((code) => ({
      code,
      level: pick(random, CEFR),
    })),
    causes: some(random, CAUSES, 1 + whole(random, 4)),
    jurisdictions: some(random, JURISDICTIONS, 1 + whole(random, 2)),
    licences: random() < 0.2 ? [{ kind: 'bar', jurisdiction: pick(random, JURISDICTIONS) }] : [],
    hoursPerWeek: random() < 0.05 ? null : 1 + whole(random, 12),
    availableFrom: random() < 0.2 ? SYNTHETIC_NOW + (whole(random, 120) - 40) * DAY : null,
    availableUntil: random() < 0.2 ? SYNTHETIC_NOW + (whole(random, 300) - 10) * DAY : null,
    place: {
      country,
      lat: lat + random() - 0.5,
      lng: lng + random() - 0.5,
      remoteOk: random() < 0.85,
      radiusKm: random() < 0.5 ? 10 * whole(random, 12) : null,
    },
    track: student ? 'student' : 'professional',
    hasSupervisor: student && random() < 0.5,
    responsiveness: {
      medianReplyHours: known ? whole(random, 200) : null,
      shareAnswered: known ? Math.round(random() * 100) / 100 : null,
    },
    interests: {
      parties: random() < 0.05 ? [`party-${whole(random, 200)}`] : [],
      files: random() < 0.05 ? [`2026/0${100 + whole(random, 200)}(COD)`] : [],
    },
    blockedNgos: random() < 0.02 ? [`ngo-${whole(random, 60)}`] : [],
    programme:
      random() < 0.3 ? { excludedCauses: some(random, CAUSES, whole(random, 2)), excludedCounterparties: [] } : null,
  };
}

export function* syntheticVolunteers(count: number, seed = 1, skills = 117): Generator<MatchVolunteer> {
  const random = seeded(seed);
  for (let at = 0; at < count; at++) yield syntheticVolunteer(at, random, skills);
}

export function* syntheticRoles(count: number, seed = 2, skills = 117): Generator<MatchRole> {
  const random = seeded(seed);
  for (let at = 0; at < count; at++) {
    const [country, lat, lng] = pick(random, CITIES);
    const legal = random() < 0.3;
    yield {
      id: `role-${at}`,
      missionId: `mission-${at >> 1}`,
      ngoId: `ngo-${whole(random, 60)}`,
      mustHave: skillsOf(random, 1 + whole(random, 3), skills),
      niceToHave: skillsOf(random, whole(random, 4), skills),
      languages: some(random, LANGUAGES, 1 + whole(random, 2)).map((code) => ({
        code,
        level: pick(random, CEFR),
        required: random() < 0.4,
      })),
      causes: some(random, CAUSES, 1 + whole(random, 2)),
      jurisdictions: legal ? some(random, JURISDICTIONS, 1) : [],
      licence: legal ? { kind: 'bar', jurisdiction: pick(random, JURISDICTIONS), requiredByLaw: random() < 0.3 } : null,
      hoursNeeded: 2 + whole(random, 60),
      starts: random() < 0.2 ? SYNTHETIC_NOW + whole(random, 20) * DAY : null,
      deadline: random() < 0.85 ? SYNTHETIC_NOW + (10 + whole(random, 120)) * DAY : null,
      place: random() < 0.7 ? { remote: true } : { remote: false, country, lat, lng },
      forbidsStudentsWithoutSupervisor: random() < 0.2,
      opposingParties: random() < 0.5 ? [`party-${whole(random, 200)}`] : [],
      conflictFiles: random() < 0.5 ? [`2026/0${100 + whole(random, 200)}(COD)`] : [],
      acceptedConflicts: [],
    };
  }
}
