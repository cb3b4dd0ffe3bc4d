/** The page of one volunteer, for whoever may see her; for everybody else there is no such page. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { canSeeVolunteer } from '../../volunteer.policy';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';
import { presentView, type VolunteerView } from '../volunteer.presenter';
import { onlookerOf } from './onlooker';

export interface VolunteerPage {
  volunteer: VolunteerView;
  isSelf: boolean;
  /** Whether the reader can invite: a member of a verified NGO. */
  asNgo: boolean;
  /** Whether search engines may list the page. */
  isPublic: boolean;
}

/** @throws AppError not_found, the same for a stranger as for a missing profile */
export async function volunteerPage(ctx: Context, id: string): Promise<VolunteerPage> {
  const found = ID_PATTERN.test(id) ? await Volunteers.findById(id).lean<VolunteerDocument>() : null;
  if (!found || found.state === 'removed') throw new AppError('not_found', 'error_not_found');
  const onlooker = await onlookerOf(ctx, id);
  if (!canSeeVolunteer(found.visibility, found.state, onlooker)) throw new AppError('not_found', 'error_not_found');
  const [people, labels] = await Promise.all([
    personCards([id]),
    skillLabels(
      ctx,
      found.skills.map((skill) => skill.slug),
    ),
  ]);
  return {
    volunteer: presentView(found, people.get(id)?.name ?? '', labels, ctx.locale),
    isSelf: onlooker.isSelf,
    asNgo: onlooker.ofVerifiedNgo,
    isPublic: found.visibility === 'everyone' && found.state === 'active',
  };
}
