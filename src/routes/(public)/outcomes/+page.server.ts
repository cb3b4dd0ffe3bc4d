/** Published outcomes, the latest first, by what the decision-maker did. */
import { REPLIES } from '$lib/domains/engagements/outcome/outcome';
import { publishedOutcomes } from '$lib/domains/engagements/server/queries/published-outcomes';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const reply = REPLIES.find((each) => each === searchParams.get('reply'));
    const cause = CAUSE_SLUGS.find((each) => each === searchParams.get('cause'));
    const page = Math.min(1000, Math.max(1, Number.parseInt(searchParams.get('page') ?? '1', 10) || 1));
    const list = await publishedOutcomes({ page, ...(reply ? { reply } : {}), ...(cause ? { cause } : {}) });
    return {
      title: m.outcomes_title(),
      description: m.outcomes_lead(),
      reply: reply ?? '',
      cause: cause ?? '',
      now: ctx.now,
      ...list,
    };
  });
