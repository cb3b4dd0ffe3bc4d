/** What is open, in which formats, and under which terms. */
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: m.ui_nav_open_data(), description: m.open_data_lead() });
