/** The frame of an edition's pages. It only shows the way; every command and query checks for itself. */
import { floorFrame } from '$lib/domains/exchange/server/queries/floor-frame';
import { guarded } from '$lib/server/boundary';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  guarded(event, async (ctx) => ({ frame: await floorFrame(ctx, event.params.slug) }));
