/** Two organisations side by side, what a merge would move, and the merge. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { countWorkOf } from '$lib/domains/engagements/server/queries/figures/work-count';
import { countMissionsOf } from '$lib/domains/missions/server/queries/figures/missions-count';
import { mergeOrganisations } from '$lib/domains/organisations/server/commands/verification/merge-organisations';
import { mergePreview } from '$lib/domains/organisations/server/queries/likely-duplicates';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { text } from '$lib/shared/form-fields';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const mergeSchema = z.strictObject({ note: text(2000, 3) });
const pairOf = (event: RequestEvent) => ({ fromId: event.params['from'] ?? '', intoId: event.params['into'] ?? '' });

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { fromId, intoId } = pairOf(event);
    const { refusal, ...preview } = await mergePreview(ctx, fromId, intoId);
    const [missions, work] = await Promise.all([countMissionsOf(ctx, fromId), countWorkOf(ctx, fromId)]);
    return {
      title: m.duplicates_merge_title({ from: preview.from.name, into: preview.into.name }),
      ...preview,
      refusal: refusal && translate(refusal, ctx.locale),
      moves: { missions, ...work },
    };
  });

export const actions: Actions = {
  default: formAction('merge', mergeSchema, async ({ ctx, input, event }) => {
    const pair = pairOf(event);
    await mergeOrganisations(ctx, { ...pair, note: input.note });
    setFlash(event.cookies, { kind: 'success', text: m.moderation_done_merged_plain() });
    redirect(303, href(`/moderation/organisations/${pair.intoId}`));
  }),
};
