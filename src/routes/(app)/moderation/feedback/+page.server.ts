/** What NGOs and volunteers told the platform after their work, for moderators alone. */
import { feedbackDesk } from '$lib/domains/engagements/server/queries/together/feedback-desk';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.feedback_desk_title(), desk: await feedbackDesk(ctx) }));
