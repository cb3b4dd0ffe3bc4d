/** Asks for a link to choose a new password. The answer and its time are the same whether or not an account exists. */
import type { Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { takeFromLimit } from '$lib/server/rate-limit';
import { aRequest, AccountRequests } from '../account-request.model';

/** How many mails one account gets is limited by its open links (`newLink`), so that no stranger can use them up. */
export async function requestReset(ctx: Context, input: { email: string }, formKey?: string): Promise<void> {
  await takeFromLimit('mailByAddress', ctx.address);
  const { email } = input;
  const request = aRequest({ kind: 'reset', email, locale: ctx.locale, personId: null, createdAt: ctx.now });
  await createOnce(AccountRequests, formKey && `${formKey}:${email}`, request);
}
