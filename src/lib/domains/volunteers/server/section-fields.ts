/** What a saved section writes into the profile, after the checks that need the clock, the places or the skills. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { findCity } from '$lib/domains/skills/place';
import { unknownSkills } from '$lib/domains/skills/server/queries/unknown-skills';
import { currentInterests } from '../volunteer';
import type { SectionInput } from '../volunteer-input';
import type { VolunteerDocument } from './volunteer.model';

const wrong = (field: string, reason: string) => new AppError('invalid', reason, { field });

/** @throws AppError invalid, at the field that is wrong */
export async function fieldsOf(
  ctx: Context,
  input: SectionInput,
  existing: VolunteerDocument | null,
): Promise<Partial<VolunteerDocument>> {
  switch (input.section) {
    case 'about': {
      const { supervisorName: name, supervisorEmail: email, ...rest } = input.values;
      const student = rest.track === 'student';
      if (student && name === '') throw wrong('supervisorName', 'profile_error_supervisor');
      if (student && email === '') throw wrong('supervisorEmail', 'profile_error_supervisor');
      // Whoever is no student any more needs no supervisor: the name of a third person is not kept.
      return { ...rest, supervisor: student ? { name, email } : null };
    }
    case 'skills': {
      const slugs = input.values.skills.map((skill) => skill.slug);
      const unknown = await unknownSkills(ctx, slugs, existing?.skills.map((skill) => skill.slug) ?? []);
      if (unknown.length > 0) throw wrong('skills', 'profile_error_unknown_skill');
      return input.values;
    }
    case 'availability': {
      const { availableUntil } = input.values;
      if (availableUntil && availableUntil.getTime() < startOfDay(ctx.now)) {
        throw wrong('availableUntil', 'profile_error_until_past');
      }
      return input.values;
    }
    case 'place': {
      const city = input.values.citySlug ? findCity(input.values.citySlug) : null;
      const country = input.values.country ?? city?.country ?? null;
      if (city && city.country !== country) throw wrong('citySlug', 'profile_error_city_elsewhere');
      return { ...input.values, country, lat: city?.lat ?? null, lng: city?.lng ?? null };
    }
    case 'licences': {
      const year = ctx.now.getUTCFullYear();
      const ahead = input.values.licences.some((licence) => licence.year !== null && licence.year > year);
      if (ahead) throw wrong('licences', 'profile_error_licence_year');
      return input.values;
    }
    case 'interests':
      // What ended more than 24 months ago is not asked for, and so not kept.
      return { interests: currentInterests(input.values.interests, ctx.now), interestsDeclaredAt: ctx.now };
    default:
      return input.values;
  }
}

function startOfDay(at: Date): number {
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
}
