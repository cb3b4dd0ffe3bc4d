/** The frame of an employer's rooms, for its members. Each page below checks for itself again. */
import { requireEmployer } from '$lib/domains/programmes/server/access';
import { guarded } from '$lib/server/boundary';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { organisation, role } = await requireEmployer(ctx, event.params.slug, 'viewer');
    const { slug, name, state } = organisation;
    return { employer: { slug, name, state, role } };
  });
