/** The HTML of a mail, alone in a sandbox: no script, no form, nothing loaded from anywhere. */
import { mailHtml } from '$lib/domains/accounts/server/queries/mailbox';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const html = await mailHtml(ctx, event.params.id);
    return new Response(html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy':
          "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'Cache-Control': 'no-store',
      },
    });
  });
