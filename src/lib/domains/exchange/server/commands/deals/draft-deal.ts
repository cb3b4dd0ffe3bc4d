/** A broker writes down what organisations agreed on; both sides sign afterwards. */
import type { Context } from '$lib/server/context';
import type { DealContent } from '../../../deal/deal-input';
import { writeDown, type WrittenDown } from '../../deals/write-down';

/** @throws AppError refused by the rules; conflict when another broker wrote the same deal down */
export async function draftDeal(
  ctx: Context,
  slug: string,
  content: DealContent,
  formKey?: string,
): Promise<WrittenDown> {
  return writeDown(ctx, slug, content, formKey);
}
