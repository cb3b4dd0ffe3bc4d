/** The frame of the moderators' pages. Each page below checks for itself again. */
import { guarded } from '$lib/server/boundary';
import { isAdministrator, requireModerator } from '$lib/server/context';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireModerator(ctx);
    return { isAdministrator: isAdministrator(ctx) };
  });
