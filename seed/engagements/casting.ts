/** Who of the volunteers suits a role, as far as a story needs it: the application's own matching is another matter. */
import { cefrRank } from '$lib/domains/skills/language';
import { holdsLicence } from '$lib/domains/engagements/application/eligibility';
import type { RoleContent } from '$lib/domains/missions/mission';
import { clashingKinds } from '$lib/domains/missions/screening';
import type { VolunteerProfile } from '$lib/domains/volunteers/volunteer';
import { DAY } from '$lib/shared/dates';
import type { CastPerson } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { PlannedMission } from '../missions/mission-acts';
import { profileOf, type PlannedVolunteer } from '../volunteers/volunteer-acts';

interface Candidate {
  key: string;
  person: CastPerson;
  profile: VolunteerProfile;
  /** Whether she said for whom she worked. */
  declared: boolean;
  /** Keys of the missions she has a part in. */
  missions: Set<string>;
}

/** Nobody is in everything. */
const MOST_PARTS = 4;

/** 0..1 and a little more; null for whoever cannot do it. */
function suits({ profile }: Candidate, role: RoleContent, jurisdictions: readonly string[]): number | null {
  const held = new Map(profile.skills.map(({ slug, level }) => [slug, level]));
  const speaks = new Map(profile.languages.map(({ code, level }) => [code, cefrRank(level)]));
  const isUnderstood = role.languages.every(
    ({ code, level, required }) => !required || (speaks.get(code) ?? 0) >= cefrRank(level),
  );
  const isLicensed = role.licenceRequired === null || holdsLicence(profile.licences, role.licenceRequired);
  if (!isUnderstood || !isLicensed) return null;
  const points = role.mustHave.reduce((sum, { slug, level }) => {
    const has = held.get(slug) ?? 0;
    return sum + (has >= level ? 1 : has > 0 ? 0.5 : 0);
  }, 0);
  const share = points / role.mustHave.length;
  const isNear = jurisdictions.some((code) => (profile.jurisdictions as string[]).includes(code));
  return share < 0.5 ? null : share + (isNear ? 0.15 : 0);
}

export class Casting {
  private readonly candidates: Candidate[];

  /** @param reserved keys of those whose part is written by hand */
  constructor(volunteers: readonly PlannedVolunteer[], reserved: readonly string[]) {
    this.candidates = volunteers
      .filter(({ person, pauses }) => !pauses && !reserved.includes(person.key))
      .map((volunteer) => ({
        key: volunteer.person.key,
        person: volunteer.person,
        profile: profileOf(volunteer),
        declared: volunteer.sections.interests !== undefined,
        missions: new Set(),
      }));
  }

  /** Up to `count` people who were here by `since` and have no part in the mission yet, the most suitable first. */
  choose(count: number, planned: PlannedMission, role: number, since: Date, chance: Chance): Candidate[] {
    return this.suitable(planned, role, chance, ({ person }) => person.at < since)
      .slice(0, count)
      .map((candidate) => take(candidate, planned));
  }

  /** The most suitable; where nobody was here in time, somebody came for this very mission. */
  one(planned: PlannedMission, role: number, since: Date, chance: Chance): string {
    const [early] = this.choose(1, planned, role, since, chance);
    if (early) return early.key;
    const [late] = this.suitable(planned, role, chance, () => true);
    if (!late) throw new Error(`nobody suits ${planned.mission.key}`);
    late.person.at = new Date(since.getTime() - 9 * DAY);
    return take(late, planned).key;
  }

  private suitable(
    { mission, content }: PlannedMission,
    role: number,
    chance: Chance,
    isHere: (candidate: Candidate) => boolean,
  ): Candidate[] {
    const wanted = content.roles[role];
    if (!wanted) return [];
    return this.candidates
      .filter(({ missions }) => missions.size < MOST_PARTS && !missions.has(mission.key))
      .filter(isHere)
      .filter(({ declared }) => declared || content.confidentiality !== 'cleared')
      .filter(({ profile }) => clashingKinds(profile.interests, content).length === 0)
      .flatMap((candidate) => {
        const points = suits(candidate, wanted, content.jurisdictions);
        const spent = candidate.missions.size * 0.25;
        return points === null ? [] : [{ candidate, points: points + chance.next() * 0.4 - spent }];
      })
      .sort((a, b) => b.points - a.points)
      .map(({ candidate }) => candidate);
  }
}

function take(candidate: Candidate, { mission }: PlannedMission): Candidate {
  candidate.missions.add(mission.key);
  return candidate;
}
