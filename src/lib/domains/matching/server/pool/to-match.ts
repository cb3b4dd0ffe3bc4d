/** From what the domains keep to what the scorer takes. */
import type { Mission, MissionRole, SkillNeed } from '$lib/domains/missions/mission';
import { findCity } from '$lib/domains/skills/place';
import { underHeirs, type SkillGraph, type SkillHeirs } from '$lib/domains/skills/graph';
import type { MatchVolunteerSource } from '$lib/domains/volunteers/server/queries/match-volunteers';
import type { MatchRole, MatchSkillGraph, MatchVolunteer, RolePlace, SkillAtLevel } from '../../match-input';
import { medianOf } from '../../ranking/fairness';

/** A retired skill is the skill that took its place, on both sides. */
function skillsOf(skills: readonly SkillNeed[], heirs: SkillHeirs): SkillAtLevel[] {
  return underHeirs(skills, heirs).map(({ slug, level }) => ({ skill: slug, level }));
}

export function toMatchVolunteer(source: MatchVolunteerSource, heirs: SkillHeirs): MatchVolunteer {
  const { asked, answered, replyHours } = source.responsiveness;
  const files = source.interests.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const parties = source.interests.filter(({ kind }) => kind !== 'file').map(({ name }) => name);
  return {
    id: source.id,
    skills: skillsOf(source.skills, heirs),
    languages: source.languages.map(({ code, level }) => ({ code, level })),
    causes: source.causes,
    jurisdictions: source.jurisdictions,
    licences: source.licences.map(({ kind, jurisdiction }) => ({ kind, jurisdiction })),
    hoursPerWeek: source.hoursPerWeek,
    availableFrom: source.availableFrom?.getTime() ?? null,
    availableUntil: source.availableUntil?.getTime() ?? null,
    place: {
      country: source.country,
      lat: source.lat,
      lng: source.lng,
      remoteOk: source.remote,
      radiusKm: source.radiusKm,
    },
    track: source.track,
    hasSupervisor: source.hasSupervisor,
    responsiveness: {
      medianReplyHours: medianOf(replyHours),
      shareAnswered: asked === 0 ? null : answered / asked,
    },
    interests: { parties, files },
    blockedNgos: source.blockedNgos,
    programme: null,
  };
}

function placeOf(mission: Mission): RolePlace {
  const { remote, country, citySlug } = mission.place;
  if (remote || !country) return { remote: true };
  const city = citySlug ? findCity(citySlug) : null;
  return { remote: false, country, lat: city?.lat ?? null, lng: city?.lng ?? null };
}

export function toMatchRole(mission: Mission, role: MissionRole, heirs: SkillHeirs): MatchRole {
  const { reference } = mission.file;
  const mustHave = skillsOf(role.mustHave, heirs);
  const needed = new Set(mustHave.map(({ skill }) => skill));
  return {
    id: role.id,
    missionId: mission._id,
    ngoId: mission.organisationId,
    mustHave,
    niceToHave: skillsOf(role.niceToHave, heirs).filter(({ skill }) => !needed.has(skill)),
    languages: role.languages,
    causes: mission.causes,
    jurisdictions: mission.jurisdictions,
    licence: role.licenceRequired ? { ...role.licenceRequired, requiredByLaw: true } : null,
    hoursNeeded: role.hours,
    starts: null,
    deadline: mission.deadline.getTime(),
    place: placeOf(mission),
    forbidsStudentsWithoutSupervisor: !role.allowsStudents,
    opposingParties: mission.opposingParties,
    // Work on the same file for the party on the other side is a conflict; without an opposing party it is experience.
    conflictFiles: mission.opposingParties.length > 0 && reference !== '' ? [reference] : [],
    acceptedConflicts: mission.clearedFor,
  };
}

/**
 * The role as somebody may measure herself against it: what a confidential mission works against takes no part in a sum
 * that she sees before her conflict check, or she could find it out by changing what she declares.
 */
export function toOwnMatchRole(mission: Mission, role: MissionRole, volunteerId: string, heirs: SkillHeirs): MatchRole {
  const asked = toMatchRole(mission, role, heirs);
  const hidden = mission.confidentiality === 'cleared' && !mission.clearedFor.includes(volunteerId);
  return hidden ? { ...asked, opposingParties: [], conflictFiles: [] } : asked;
}

export function toMatchGraph(graph: SkillGraph): MatchSkillGraph {
  return new Map(
    [...graph].map(([slug, near]) => [slug, near.map((each) => ({ skill: each.slug, fraction: each.fraction }))]),
  );
}
