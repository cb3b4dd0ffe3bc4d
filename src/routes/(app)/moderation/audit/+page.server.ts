/** The audit log. */
import { auditFilterOf } from '$lib/domains/moderation/audit';
import { auditList, auditPeople } from '$lib/domains/moderation/server/queries/audit-list';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const asked = auditFilterOf(event.url.searchParams);
    const [list, people] = await Promise.all([auditList(ctx, asked), auditPeople(ctx)]);
    return { title: m.audit_title(), filter: { ...asked, page: list.page }, list, people };
  });
