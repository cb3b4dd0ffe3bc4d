/** The frame of an organisation's workspace, for its members. Each page below checks for itself again. */
import { workspaceOf } from '$lib/domains/organisations/server/queries/workspace';
import { guarded } from '$lib/server/boundary';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { organisation, role } = await workspaceOf(ctx, event.params.slug);
    const { id, slug, name, state, kind, review } = organisation;
    return { workspace: { id, slug, name, state, kind, role, reviewState: review.state } };
  });
