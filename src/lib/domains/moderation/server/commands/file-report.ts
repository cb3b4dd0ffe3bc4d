/** Somebody with an account tells the moderators what is wrong with a page she can see. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { FileReport } from '../../report';
import '../moderation-events';
import { reportSubject } from '../queries/report-subject';
import { Reports } from '../report.model';

export async function fileReport(
  ctx: Context,
  input: FileReport,
  options: { formKey?: string | undefined } = {},
): Promise<{ id: string; created: boolean }> {
  const actor = requireConfirmed(ctx);
  await reportSubject(ctx, input.subject, input.subjectId);
  await takeFromLimit('reportByAccount', actor.personId);
  const _id = newId(ctx.now);
  try {
    const { document, created } = await createOnce(Reports, options.formKey, {
      _id,
      ...input,
      reporterId: actor.personId,
      state: 'open',
      createdAt: ctx.now,
      openKey: `${input.subject}:${input.subjectId}:${actor.personId}`,
      outbox: [emit('report.filed', { reportId: _id })],
    });
    return { id: document._id, created };
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('refused', 'report_refusal_already_open');
    throw error;
  }
}
