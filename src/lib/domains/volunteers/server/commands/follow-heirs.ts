/** A person takes, in place of skills that were retired, those that took their place; her levels stay. */
import { underHeirs } from '$lib/domains/skills/graph';
import { heirsToTake } from '$lib/domains/skills/skill-view';
import { retiredSkills } from '$lib/domains/skills/server/queries/retired-skills';
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';
import { saveVolunteerProfile } from './save-volunteer-profile';

/** @throws AppError conflict when another window saved the profile since `version` */
export async function followHeirs(ctx: Context, { version }: { version: number }): Promise<void> {
  const { personId } = requireActor(ctx);
  const volunteer = await Volunteers.findById(personId).lean<VolunteerDocument>();
  if (!volunteer || volunteer.version !== version) throw new AppError('conflict', 'profile_refusal_saved_elsewhere');
  const retired = await retiredSkills(
    ctx,
    volunteer.skills.map(({ slug }) => slug),
  );
  const heirs = heirsToTake(retired);
  if (heirs.size === 0) return;
  // Whoever has both keeps the better level.
  const skills = underHeirs(volunteer.skills, heirs).map(({ slug, level }) => ({ slug, level }));
  await saveVolunteerProfile(ctx, { section: 'skills', version, values: { skills } });
}
