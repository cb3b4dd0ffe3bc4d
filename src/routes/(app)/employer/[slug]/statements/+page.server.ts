/** The statements of an employer, by year and by person. */
import { statementsPage } from '$lib/domains/programmes/server/queries/statements';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const asked = Number(event.url.searchParams.get('year'));
    const page = await statementsPage(ctx, event.params.slug, Number.isInteger(asked) && asked > 0 ? asked : null);
    return { title: m.employer_tab_statements(), page };
  });
