/** One's own profile: everything the form shows, how complete it is, and what others see of it. */
import { requireActor, type Context } from '$lib/server/context';
import type { RetiredSkill } from '$lib/domains/skills/skill-view';
import { retiredSkills } from '$lib/domains/skills/server/queries/retired-skills';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { completeness, type ProfilePart } from '../../completeness';
import type { ProfileValues } from '../../profile-words';
import { EMPTY_PROFILE, whyNotAbleToApply } from '../../volunteer';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';
import { isoDayOf, presentSkills, presentView, type VolunteerView } from '../volunteer.presenter';

export interface MyProfile {
  id: string;
  name: string;
  /** Null while there is no profile: then the values are those of an empty one. */
  version: number | null;
  state: 'active' | 'paused';
  values: ProfileValues;
  percent: number;
  missing: ProfilePart[];
  canApply: boolean;
  /** When she agreed to show her causes; null when she does not. */
  causesShownSince: Date | null;
  interestsDeclaredAt: Date | null;
  preview: VolunteerView;
  /** Of her skills, those that can no longer be chosen. */
  retired: RetiredSkill[];
}

export async function myProfile(ctx: Context): Promise<MyProfile> {
  const { personId, name } = requireActor(ctx);
  const found = await Volunteers.findById(personId).lean<VolunteerDocument>();
  const existing = found && found.state !== 'removed' ? found : null;
  const volunteer = existing ?? emptyDocument(personId, ctx.now);
  const state = volunteer.state === 'paused' ? 'paused' : 'active';
  const slugs = volunteer.skills.map((skill) => skill.slug);
  const [labels, retired] = await Promise.all([skillLabels(ctx, slugs), retiredSkills(ctx, slugs)]);
  const consent = volunteer.consents.findLast(({ what }) => what === 'show_causes');
  return {
    id: personId,
    name,
    version: existing?.version ?? null,
    state,
    values: {
      ...presentValues(volunteer),
      skills: presentSkills(volunteer, labels, ctx.locale).map(({ slug, label, level }) => ({
        value: slug,
        label,
        level: String(level),
      })),
    },
    ...completeness(volunteer),
    canApply: existing !== null && whyNotAbleToApply(existing, state) === null,
    causesShownSince: volunteer.showCauses ? (consent?.at ?? null) : null,
    interestsDeclaredAt: volunteer.interestsDeclaredAt,
    retired,
    preview: presentView(volunteer, name, labels, ctx.locale),
  };
}

function presentValues(volunteer: VolunteerDocument): Omit<ProfileValues, 'skills'> {
  return {
    headline: volunteer.headline,
    bio: volunteer.bio,
    track: volunteer.track,
    supervisorName: volunteer.supervisor?.name ?? '',
    supervisorEmail: volunteer.supervisor?.email ?? '',
    employerName: volunteer.employerName ?? '',
    languages: volunteer.languages.map(({ code, level }) => ({ code, level })),
    hoursPerWeek: volunteer.hoursPerWeek,
    availableFrom: isoDayOf(volunteer.availableFrom) ?? '',
    availableUntil: isoDayOf(volunteer.availableUntil) ?? '',
    country: volunteer.country ?? '',
    citySlug: volunteer.citySlug ?? '',
    remote: volunteer.remote,
    radiusKm: volunteer.radiusKm,
    jurisdictions: [...volunteer.jurisdictions],
    licences: volunteer.licences.map(({ kind, jurisdiction, year }) => ({
      kind,
      jurisdiction,
      year: year === null ? '' : String(year),
    })),
    causes: [...volunteer.causes],
    showCauses: volunteer.showCauses,
    interests: volunteer.interests.map(({ kind, name, until }) => ({ kind, name, until: isoDayOf(until) ?? '' })),
    interestsDeclared: volunteer.interestsDeclaredAt !== null,
    visibility: volunteer.visibility,
  };
}

function emptyDocument(personId: string, at: Date): VolunteerDocument {
  return {
    ...EMPTY_PROFILE,
    _id: personId,
    state: 'active',
    showCauses: false,
    consents: [],
    blockedNgos: [],
    lat: null,
    lng: null,
    responsiveness: { asked: 0, answered: 0, replyHours: [], counted: [] },
    version: 0,
    createdAt: at,
    updatedAt: at,
    outbox: [],
  };
}
