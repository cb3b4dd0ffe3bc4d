/** A kept match receipt, and what a recalculation finds today. */
import { receiptPage } from '$lib/domains/matching/server/queries/receipt-page';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.match_receipt_title(), receipt: await receiptPage(ctx, event.params.id) }));
