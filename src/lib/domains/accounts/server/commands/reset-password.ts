/** Sets a new password by the link from the mailbox. One link works once; of two at the same time, one wins. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { resetLimit, takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { findLink, openLinkFilter } from '../links/person-links';
import { hashPassword } from '../passwords/hash-password';
import { whyNotPassword } from '../passwords/why-not-password';
import { People } from '../person.model';
import { Sessions } from '../session.model';
import { newDevice } from '../sessions/known-device';

export interface PasswordReset {
  personId: string;
  email: string;
  /** Makes this browser known, so that it can sign in whatever others try meanwhile. */
  deviceToken: string;
}

/** @throws AppError refused for a used, expired or unknown link, or at the field `password` */
export async function resetPassword(ctx: Context, input: { token: string; password: string }): Promise<PasswordReset> {
  const found = await findLink('reset', input.token, ctx.now);
  if (found?.state !== 'open') throw new AppError('refused', 'account_error_reset_link');
  const { person } = found;
  const reason = whyNotPassword(input.password, person);
  if (reason) throw new AppError('refused', reason, { field: 'password' });
  await takeFromLimit('passwordByAccount', `reset:${person._id}`);
  const passwordHash = await hashPassword(input.password);
  // The link came to the mailbox, which proves the address as well.
  const confirmed = person.confirmedAt ? [] : [emit('account.confirmed', { personId: person._id })];
  const told = [emit('account.password_changed', { personId: person._id }), ...confirmed];
  const won = await People.updateOne(openLinkFilter(found, ctx.now), {
    // Every other link ends with it: whoever asked for one may not be the owner.
    $set: { passwordHash, passwordChangedAt: ctx.now, confirmedAt: person.confirmedAt ?? ctx.now, links: [] },
    $push: { outbox: { $each: told } },
  });
  if (won.matchedCount === 0) throw new AppError('refused', 'account_error_reset_link');
  await Sessions.deleteMany({ personId: person._id });
  await resetLimit('signInByAccount', person.email);
  return { personId: person._id, email: person.email, deviceToken: newDevice(person.secret) };
}
