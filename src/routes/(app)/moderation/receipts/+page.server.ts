/** Kept match receipts, and keeping one more of a mission's ranked lists. */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { keepReceipt } from '$lib/domains/matching/server/commands/keep-receipt';
import { keptReceipts, listsOfMission } from '$lib/domains/matching/server/queries/kept-receipts';
import { formAction, guarded } from '$lib/server/boundary';
import { requireModerator } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { text } from '$lib/shared/form-fields';
import { href } from '$lib/shared/href';
import { ID_PATTERN, newId } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const sample = z.strictObject({ missionId: text(60), roleId: text(60) });

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const wanted = searchParams.get('mission') ?? '';
    const missionId = ID_PATTERN.test(wanted) ? wanted : null;
    const page = Math.min(Number.parseInt(searchParams.get('page') ?? '1', 10) || 1, 10_000);
    const list = await keptReceipts(ctx, { missionId, page });
    const mission = missionId ? await listsOfMission(ctx, missionId) : null;
    // One key for each list: keeping two of them on one page makes two receipts.
    const keys = Object.fromEntries((mission?.roles ?? []).map(({ id }) => [id, newId()]));
    return { title: m.receipts_title(), list, mission, keys };
  });

export const actions: Actions = {
  keep: formAction('keep', sample, async ({ ctx, input, formKey, event }) => {
    requireModerator(ctx);
    const { receiptId } = await keepReceipt(ctx, { ...input, invitationId: null, personId: null, formKey });
    setFlash(event.cookies, { kind: 'success', text: m.receipts_kept() });
    redirect(303, href(`/matching/receipts/${receiptId}`));
  }),
};
