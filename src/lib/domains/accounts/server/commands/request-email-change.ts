/** Asks for another address: the password proves who asks, a link proves the address, and the old one is told. */
import { requireActor, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { aRequest, AccountRequests } from '../account-request.model';
import { requirePassword } from '../passwords/require-password';

/** Says nothing about whether somebody else has the address: its owner is told by mail. */
export async function requestEmailChange(
  ctx: Context,
  input: { email: string; current_password: string },
  formKey?: string,
): Promise<void> {
  const { personId } = requireActor(ctx);
  const person = await requirePassword(personId, input.current_password);
  if (person.email === input.email) throw new AppError('refused', 'account_error_same_email', { field: 'email' });
  await takeFromLimit('mailByAccount', personId);
  const { email } = input;
  const request = aRequest({ kind: 'email_change', email, locale: person.locale, personId, createdAt: ctx.now });
  await createOnce(AccountRequests, formKey && `${formKey}:${email}`, request);
}
