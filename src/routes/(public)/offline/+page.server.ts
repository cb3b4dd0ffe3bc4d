/** What a device shows when there is no connection and the page is not on it; the worker fills it in. */
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'X-Robots-Tag': 'noindex' });
  return { title: m.offline_title() };
};
