/** Signing in by one's employer: which one is found by the domain of the address. */
import { providerForAddress } from '$lib/domains/accounts/server/queries/sign-on/provider-for';
import { guarded } from '$lib/server/boundary';
import { takeFromLimit } from '$lib/server/rate-limit';
import { m } from '$lib/paraglide/messages.js';
import { href, localTarget } from '$lib/shared/href';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const email = (event.url.searchParams.get('email') ?? '').trim().slice(0, 254);
    const next = localTarget(event.url.searchParams.get('next'), '');
    if (email) await takeFromLimit('searchByAddress', ctx.address);
    const found = email ? await providerForAddress(email) : null;
    const query = new URLSearchParams({ employer: found?.key ?? '', ...(next ? { next } : {}) });
    return {
      title: m.sign_on_title(),
      email,
      next,
      // A link and not a form: a form may not lead to another site.
      provider: found && { name: found.name, href: `${href('/sign-in/employer/start')}?${query.toString()}` },
    };
  });
