/** The organiser names an award of the jury, with its reason. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { isDuplicateKey } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { editionFor } from '../../access';
import { Registrations } from '../../registration.model';
import { JuryAwards } from '../../results/jury-award.model';

export const MAX_AWARDS = 12;

/** @throws AppError conflict for a name that is given already; refused before the floor is closed, and for a stranger */
export async function giveAward(
  ctx: Context,
  slug: string,
  input: { title: string; winner: string; reason: string },
  formKey?: string,
): Promise<{ awardId: string }> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  if (!['floor_closed', 'aftercare', 'results'].includes(edition.state))
    throw new AppError('refused', 'award_refusal_state');
  const editionId = edition._id;
  const takesPart = await Registrations.exists({ _id: input.winner, editionId, state: 'approved' });
  if (!takesPart) throw new AppError('refused', 'award_refusal_winner', { field: 'winner' });
  if ((await JuryAwards.countDocuments({ editionId })) >= MAX_AWARDS)
    throw new AppError('refused', 'award_refusal_many', { params: { most: MAX_AWARDS } });
  const award = { _id: newId(ctx.now), editionId, ...input, givenBy: actor.personId, givenAt: ctx.now };
  try {
    const { document } = await createOnce(JuryAwards, formKey, award);
    return { awardId: document._id };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The same form again breaches both keys, and the database names one of them.
    const same = formKey ? await JuryAwards.exists({ formKey, editionId }) : null;
    if (!same) throw new AppError('conflict', 'award_refusal_title', { field: 'title' });
    return { awardId: same._id };
  }
}
