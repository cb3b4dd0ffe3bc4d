/** The two forms of a thread as form actions, the same on the page of an application and of an engagement. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { formAction, uploadAction } from '$lib/server/boundary';
import { href } from '$lib/shared/href';
import { closeAskForm, messageForm, type SubjectKind } from '$lib/domains/messaging/thread';
import { closeAsk } from '$lib/domains/messaging/server/commands/close-ask';
import { sendMessage } from '$lib/domains/messaging/server/commands/send-message';

/** `?/message` sends one, `?/settled` says that a question needs no answer any more. The page's parameter is `id`. */
export function threadActions(kind: SubjectKind) {
  const of = (event: RequestEvent) => ({ kind, subjectId: event.params['id'] ?? '' });
  const back = (event: RequestEvent): never => redirect(303, `${href(`/${kind}s/${of(event).subjectId}`)}#thread`);
  return {
    message: uploadAction('message', 'attachment', messageForm, async ({ ctx, input, file, formKey, event }) => {
      await sendMessage(ctx, { ...of(event), ...input, file }, formKey);
      back(event);
    }),
    settled: formAction('settled', closeAskForm, async ({ ctx, input, event }) => {
      await closeAsk(ctx, { ...of(event), messageId: input.message });
      back(event);
    }),
  };
}
