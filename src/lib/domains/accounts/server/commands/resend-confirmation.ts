/** Sends the confirmation link again: to whoever is signed in, or to the owner of a link that came too late. */
import type { Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { takeFromLimit } from '$lib/server/rate-limit';
import { aRequest, AccountRequests } from '../account-request.model';
import { findLink } from '../links/person-links';
import { People, type PersonDocument } from '../person.model';

/** Says nothing about whether there was anything to send. */
export async function resendConfirmation(ctx: Context, input: { token?: string }, formKey?: string): Promise<void> {
  await takeFromLimit('mailByAddress', ctx.address);
  const person = await whoAsks(ctx, input.token);
  if (!person || person.confirmedAt) return;
  const { _id: personId, email, locale } = person;
  await createOnce(
    AccountRequests,
    formKey,
    aRequest({ kind: 'confirm', email, locale, personId, createdAt: ctx.now }),
  );
}

async function whoAsks(ctx: Context, token: string | undefined): Promise<PersonDocument | null> {
  if (token) return (await findLink('confirm', token, ctx.now))?.person ?? null;
  return ctx.actor ? People.findOne({ _id: ctx.actor.personId, state: 'active' }).lean<PersonDocument>() : null;
}
