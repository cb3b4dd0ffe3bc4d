/** The employers that sponsor their staff's time. */
import { publicSponsors } from '$lib/domains/programmes/server/queries/public-sponsors';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async () => ({ title: m.sponsors_title(), sponsors: await publicSponsors() }));
