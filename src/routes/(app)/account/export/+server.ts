/** Everything the platform keeps about the person who asks, as one JSON file. */
import { exportAccount } from '$lib/domains/accounts/server/queries/export-account';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const exported = await exportAccount(ctx);
    return new Response(`${JSON.stringify(exported, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="causeway-${exported.exportedAt.slice(0, 10)}.json"`,
        'Cache-Control': 'no-store',
      },
    });
  });
