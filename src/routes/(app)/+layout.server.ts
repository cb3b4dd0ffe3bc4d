/** Pages for people with an account. This only leads a stranger to the door; every command and query checks for itself. */
import { redirect } from '@sveltejs/kit';
import { href } from '$lib/shared/href';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.ctx.actor) redirect(303, `${href('/sign-in')}?next=${encodeURIComponent(url.pathname + url.search)}`);
};
