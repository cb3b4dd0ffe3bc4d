/** One report before a moderator. */
import { redirect } from '@sveltejs/kit';
import { resolveReportSchema } from '$lib/domains/moderation/report';
import { resolveReport } from '$lib/domains/moderation/server/commands/resolve-report';
import { reportPage } from '$lib/domains/moderation/server/queries/open-reports';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const report = await reportPage(ctx, event.params.id);
    return { title: m.report_page_title({ label: report.label }), report };
  });

export const actions: Actions = {
  default: formAction('resolve', resolveReportSchema, async ({ ctx, input, event }) => {
    await resolveReport(ctx, { ...input, reportId: event.params['id'] ?? '' });
    setFlash(event.cookies, { kind: 'success', text: m.report_resolved_flash() });
    redirect(303, href('/moderation'));
  }),
};
