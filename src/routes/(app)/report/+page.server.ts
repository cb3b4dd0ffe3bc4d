/** Somebody reports a public page to the moderators. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { REPORT_REASONS, fileReportSchema, reportTargetSchema } from '$lib/domains/moderation/report';
import { reasonWords } from '$lib/domains/moderation/moderation-words';
import { fileReport } from '$lib/domains/moderation/server/commands/file-report';
import { reportSubject, type SubjectView } from '$lib/domains/moderation/server/queries/report-subject';
import { formAction, guarded } from '$lib/server/boundary';
import { requireActor, type Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

/** Which page is meant, as the address says it. */
function targetOf(ctx: Context, event: Pick<RequestEvent, 'url'>): Promise<SubjectView> {
  const { searchParams } = event.url;
  const target = reportTargetSchema.safeParse({ subject: searchParams.get('subject'), id: searchParams.get('id') });
  if (!target.success) throw new AppError('not_found', 'error_not_found');
  return reportSubject(ctx, target.data.subject, target.data.id);
}

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    requireActor(ctx);
    const target = await targetOf(ctx, event);
    return {
      title: m.report_title({ label: target.label }),
      target,
      reasons: REPORT_REASONS.map((value) => ({ value, label: reasonWords(value) })),
      formKey: newId(),
    };
  });

export const actions: Actions = {
  default: formAction('report', fileReportSchema, async ({ ctx, input, formKey, event }) => {
    const target = await targetOf(ctx, event);
    await fileReport(ctx, { ...input, subject: target.subject, subjectId: target.id }, { formKey });
    setFlash(event.cookies, { kind: 'success', text: m.report_sent() });
    redirect(303, href(target.path));
  }),
};
