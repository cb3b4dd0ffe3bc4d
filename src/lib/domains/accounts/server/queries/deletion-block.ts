/** What stands in the way of deleting one's account, to be said before the password is asked for. */
import { requireActor, type Context } from '$lib/server/context';
import { whyNotDeletable } from '../erasure';

/** @returns a message key, or null */
export async function deletionBlock(ctx: Context): Promise<string | null> {
  return whyNotDeletable(requireActor(ctx).personId);
}
