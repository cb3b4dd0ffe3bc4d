/** Keeps what a broker has typed so far, for her alone, so that no broken tablet loses it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { DAY } from '$lib/shared/dates';
import { DRAFT_FIELDS_MAX, draftTitle, MOST_DRAFTS, type TypedFields } from '../../../deal/intake-draft';
import { editionFor } from '../../access';
import { Deals } from '../../deal.model';
import { IntakeDrafts } from '../../intake-draft.model';

const KEPT_FOR = 7 * DAY;

/** A draft whose deal is made already is not kept again: it may arrive late. */
export async function keepIntakeDraft(
  ctx: Context,
  slug: string,
  { key, fields }: { key: string; fields: TypedFields },
): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  const { _id: editionId } = await editionFor(ctx, slug, 'broker');
  const text = JSON.stringify(fields);
  if (text.length > DRAFT_FIELDS_MAX) throw new AppError('invalid', 'error_too_large');
  if (await Deals.exists({ formKey: key })) return;
  await IntakeDrafts.deleteMany({ personId, savedAt: op({ $lt: new Date(ctx.now.getTime() - KEPT_FOR) }) });
  if (!(await IntakeDrafts.exists({ _id: key })) && (await IntakeDrafts.countDocuments({ personId })) >= MOST_DRAFTS)
    throw new AppError('refused', 'intake_refusal_drafts');
  try {
    await IntakeDrafts.updateOne(
      { _id: key, personId, editionId },
      { $set: { fields: text, title: draftTitle(fields), savedAt: ctx.now } },
      { upsert: true },
    );
  } catch (error) {
    // The key of somebody else's draft: nothing of hers is shown or changed.
    if (!isDuplicateKey(error)) throw error;
    throw new AppError('not_found', 'error_not_found');
  }
}
