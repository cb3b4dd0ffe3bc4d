/** Puts a mail that was sent, kept or given up back in the queue. */
import { isAdministrator, type Context } from '$lib/server/context';
import { nudge } from '$lib/server/jobs/jobs';
import { Mails, type MailState } from '$lib/server/mail/mail.model';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';

const DONE: MailState[] = ['sent', 'kept', 'failed'];

export async function resendMail(ctx: Context, input: { id: string }): Promise<void> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const queued = await Mails.updateOne(
    { _id: input.id, state: op({ $in: DONE }) },
    { $set: { state: 'queued', attempts: 0, nextAt: ctx.now, lastError: null } },
  );
  if (queued.matchedCount === 0) throw new AppError('conflict', 'account_error_mail_under_way');
  nudge('mail');
}
