/** The first page of somebody who both needs and offers help. */
import { requireActor } from '$lib/server/context';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.account_welcome_title({ name: requireActor(ctx).name }) }));
