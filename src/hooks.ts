/** Runs in both places: strips the language from a path before it is matched to a page. */
import type { Reroute } from '@sveltejs/kit';
import { splitLocale } from '$lib/shared/locale';

export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
