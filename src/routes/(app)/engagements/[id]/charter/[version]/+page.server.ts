/** One version of a charter, as it was written and signed. */
import { versionNumber } from '$lib/domains/engagements/charter/charter';
import { charterPage, charterVersion } from '$lib/domains/engagements/server/queries/charter/charter-page';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { id, version } = event.params;
    const [charter, { version: inForce }] = await Promise.all([
      charterVersion(ctx, id, versionNumber(version)),
      charterPage(ctx, id),
    ]);
    const title = m.charter_version_title({ version: charter.version, role: charter.role.title });
    return { title, charter, inForce };
  });
