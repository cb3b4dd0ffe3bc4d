/** A volunteer wants to hear nothing from an NGO: it may not invite her and does not find her among candidates. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export const MAX_BLOCKED = 100;

/** Pressed twice, it is as she wants it. @throws AppError not_found without a profile or for an unknown NGO */
export async function blockNgo(ctx: Context, input: { organisationId: string }): Promise<void> {
  const { personId } = requireActor(ctx);
  const { organisationId } = input;
  const organisation = (await organisationCards([organisationId])).get(organisationId);
  if (organisation?.state !== 'verified') throw new AppError('not_found', 'error_not_found');
  const known = await Volunteers.findById(personId, { blockedNgos: 1, state: 1 }).lean<VolunteerDocument>();
  if (!known || known.state === 'removed') throw new AppError('not_found', 'profile_refusal_none');
  if (known.blockedNgos?.includes(organisationId)) return;
  const written = await Volunteers.updateOne(
    {
      _id: personId,
      state: op({ $ne: 'removed' as const }),
      [`blockedNgos.${MAX_BLOCKED - 1}`]: op({ $exists: false }),
    },
    { $addToSet: { blockedNgos: organisationId }, $set: { updatedAt: ctx.now } },
  );
  if (written.matchedCount === 0) throw new AppError('refused', 'volunteer_refusal_blocked_many');
}
