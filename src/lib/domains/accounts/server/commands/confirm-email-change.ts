/** Puts the new address in place of the old one, by the link that went to the new one. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { findLink, openLinkFilter } from '../links/person-links';
import { People } from '../person.model';

/** @returns the new address */
export async function confirmEmailChange(ctx: Context, input: { token: string }): Promise<{ email: string }> {
  const found = await findLink('email', input.token, ctx.now);
  if (!found) throw new AppError('refused', 'account_error_link_unknown');
  if (found.state !== 'open') throw new AppError('refused', 'account_error_link_expired');
  const { person, link } = found;
  try {
    const won = await People.updateOne(openLinkFilter(found, ctx.now), {
      // Links that went to the old address end with it.
      $set: { email: link.email, confirmedAt: ctx.now, links: [] },
      $push: { outbox: emit('account.email_changed', { personId: person._id, oldEmail: person.email }) },
    });
    if (won.matchedCount === 0) throw new AppError('refused', 'account_error_link_unknown');
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Somebody made an account with it since the link was sent. The link proves that both are the same mailbox.
    throw new AppError('conflict', 'account_error_email_taken');
  }
  return { email: link.email };
}
