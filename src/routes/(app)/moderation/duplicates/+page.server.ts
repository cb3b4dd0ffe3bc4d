/** Organisations that are likely the same. */
import { likelyDuplicates } from '$lib/domains/organisations/server/queries/likely-duplicates';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.duplicates_title(), ...(await likelyDuplicates(ctx)) }));
