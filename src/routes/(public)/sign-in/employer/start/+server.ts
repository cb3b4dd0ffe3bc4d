/** To the employer's provider, with a token in the browser that works once. */
import { beginSignOn } from '$lib/domains/accounts/server/commands/sign-on/begin-sign-on';
import { setSignOnCookie } from '$lib/domains/accounts/server/session-cookie';
import { guarded } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    try {
      const order = { providerKey: searchParams.get('employer') ?? '', next: searchParams.get('next') };
      const { location, token } = await beginSignOn(ctx, order);
      setSignOnCookie(event.cookies, event.url.protocol === 'https:', token);
      return new Response(null, { status: 303, headers: { Location: location } });
    } catch (error) {
      // What is wrong is said on a page of ours, with the way back.
      if (!(error instanceof AppError) || !error.reason.startsWith('sign_on_')) throw error;
      const target = `${href('/sign-in/employer/callback')}?refused=${error.reason}`;
      return new Response(null, { status: 303, headers: { Location: target } });
    }
  });
