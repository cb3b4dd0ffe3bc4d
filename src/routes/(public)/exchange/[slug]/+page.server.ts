/** One edition for everybody: what, when and where, who comes, and the door that fits the reader. */
import { editionPage } from '$lib/domains/exchange/server/queries/editions';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const edition = await editionPage(ctx, event.params.slug);
    return { title: edition.name, ...(edition.intro ? { description: edition.intro.slice(0, 160) } : {}), edition };
  });
